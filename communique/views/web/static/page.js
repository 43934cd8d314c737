// Follow a citation inside the report that is already open without loading the page again.
"use strict";
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-cite]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const [start, end] = link.dataset.cite.split("-").map(Number);
  let first = null;
  for (const piece of document.querySelectorAll("[data-at]")) {
    const [from, to] = piece.dataset.at.split("-").map(Number);
    const inside = from < end && to > start;
    piece.classList.toggle("cited", inside);
    if (inside && !first) first = piece;
  }
  if (!first) return;
  event.preventDefault();
  history.replaceState(null, "", link.href.replace(/#.*$/, ""));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
});
