/** What the check says of a file, in the words of the form: fields by their labels, and what to do here. */

/** What to do where something is missing, by how it is asked for. */
const REMEDIES = [
  ["[data-group]", "are missing. Fill in at least one."],
  ["[data-type=checkbox]", "are missing. Tick at least one."],
  ["[data-type=radio], [data-type=select]", "is missing. Choose one."],
  ["*", "is missing. Fill it in."],
];

/** Words of the check that name what only the file has, and what stands for them here. */
const IN_THE_FORM = [
  [/^expected a ((?:whole )?number), found the (?:text|number) ('.*?')\./s, "$2 is not a $1."],
  [/ without quotes\.$/, "."],
  [/^gives one of lat and lon only\./, "Latitude and longitude go together."],
  [/^has neither 'url' nor 'file'\..*$/, "A source needs a web address or a file. Fill in one of them."],
  [/^facets and assessed_by .*$/, "Facets and who chose them go together. Fill in both, or leave both empty."],
  [/ is not an id\. (.*), as in saint-etienne\.$/, " cannot stand here. $1, as in city-report."],
  [/ is not an id\. /, " cannot stand here. "],
  [/ is no name for a record\. (.*), as in saint-etienne\.md\.$/, " cannot be the name of the file. $1, as in saint-etienne."],
  [/ is not a code of a language\. .*$/, " is not a code of a language. Choose from the list that opens as you type, or write a code such as en or fr."],
  [/ cites no source of this file\./, " leads to no source."],
  [/^('.*') is not a section of this kind of record\..*$/s, "$1 is a heading of the wrong rank. Begin its line with three signs #."],
  [/^a first-level heading\..*$/, "One sign # makes a heading of the wrong rank. Begin its line with three."],
  [/ List it in the field 'images', with its rights\.$/, " Name it in the step “Numbers, quotes, pictures”, with its rights."],
];

/** Return a fault at a place of the form in words: a sentence, or the end of one that begins with the name of the place. */
export function wordsOf({ message, remedy, missing }, place) {
  if (missing || message.startsWith("is missing")) return REMEDIES.find(([asked]) => place.matches(asked))[1];
  return IN_THE_FORM.reduce((words, [found, instead]) => words.replace(found, instead), `${message} ${remedy}`);
}

/** Return the words as a whole sentence: "Title is missing. Fill it in." */
export const sentence = (name, words) => (/^\p{Ll}/u.test(words) ? `${name} ${words}` : words);
