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

// The reason behind a marked date or place, beside it; without this, the link leads to it below.
document.addEventListener("click", (event) => {
  const panel = document.getElementById("panel");
  const link = event.target.closest("a[data-panel]");
  if (!panel || !panel.showPopover || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const entry = document.getElementById(link.hash.slice(1));
  if (!entry) return;
  event.preventDefault();
  panel.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
  panel.showPopover();
  const at = link.getBoundingClientRect();
  const left = Math.min(at.left, innerWidth - panel.offsetWidth - 12);
  const below = at.bottom + 6 + panel.offsetHeight < innerHeight;
  panel.style.left = `${Math.max(left, 12)}px`;
  panel.style.top = `${Math.max(below ? at.bottom + 6 : at.top - 6 - panel.offsetHeight, 12)}px`;
});

// Panels close when one clicks beside them or presses Escape.
const shut = (kept) => {
  for (const open of document.querySelectorAll("details.ground[open]")) open.open = open === kept;
};
document.addEventListener("click", (event) => shut(event.target.closest("details.ground")));
document.addEventListener("keydown", (event) => event.key === "Escape" && shut(null));

// Arrow keys go from cell to cell of a matrix, over empty ones; Home and End to the ends of a row.
const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest(".matrix th, .matrix td");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = cell.closest("table").rows;
  const linked = (row, at) => rows[row]?.cells[at]?.querySelector("a");
  let [row, at, found] = [cell.parentNode.rowIndex, cell.cellIndex, null];
  if (event.key === "Home" || event.key === "End") {
    const links = rows[row].querySelectorAll("a");
    found = links[event.key === "Home" ? 0 : links.length - 1];
  } else if (steps[event.key]) {
    const [down, right] = steps[event.key];
    do [row, at] = [row + down, at + right];
    while (rows[row]?.cells[at] && !linked(row, at));
    found = linked(row, at);
  } else return;
  event.preventDefault();
  found?.focus();
});
