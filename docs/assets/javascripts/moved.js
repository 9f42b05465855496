/** Leads on from the page at an old address to the new one, to the same place on the page. */

location.replace(document.querySelector("a[data-moved]").href + location.hash);
