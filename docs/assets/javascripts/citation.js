/** Copies a citation; where a browser refuses, selects it, so that the reader's own keys can. */

const SHOWN = 4000; // milliseconds for which a button says what it did
const timers = new WeakMap();

async function copy(button) {
  const words = button.closest("[data-cited]").querySelector(".citation");
  const written = navigator.clipboard?.writeText(words.textContent).then(() => true, () => false);
  const copied = (await written) ?? false;
  if (!copied) getSelection().selectAllChildren(words);
  tell(button, copied ? "Copied" : "Selected", copied
    ? "The citation is copied."
    : "The browser refused to copy. The citation is selected: copy it with your keyboard.");
}

/** Say it on the button for those who see it, and in the status for those who do not. */
function tell(button, label, sentence) {
  const status = button.closest(".citing").querySelector("[data-told]");
  const [shown] = button.children;
  clearTimeout(timers.get(button));
  shown.textContent = label;
  status.textContent = sentence;
  timers.set(button, setTimeout(() => {
    shown.textContent = "Copy";
    status.textContent = "";
  }, SHOWN));
}

/** Open what folds away the citation of an ask, since not every browser does for a link to it. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest(".citing__asks:not([open])");
  if (!folded) return;
  folded.open = true;
  target.scrollIntoView();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copies]");
  if (button) copy(button);
});
addEventListener("hashchange", reveal);
reveal();
