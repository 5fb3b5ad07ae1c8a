"use strict";
const root = document.documentElement;
const told = document.getElementById("told");

for (const box of document.querySelectorAll("[data-layer]")) {
  const show = () => root.classList.toggle("show-" + box.dataset.layer, box.checked);
  box.addEventListener("change", show);
  show();
}

function light(mark) {
  for (const lit of document.querySelectorAll(".fact.lit")) lit.classList.remove("lit");
  if (!mark) return;
  told.textContent = mark.dataset.told;
  const wanted = new Set(mark.dataset.facts.split(" "));
  for (const other of document.querySelectorAll(".fact")) {
    if (other.dataset.facts.split(" ").some((key) => wanted.has(key))) other.classList.add("lit");
  }
}
for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => light(event.target.closest(".fact")));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const place = link && document.getElementById(link.hash.slice(1));
  const mark = place && place.closest(".fact");
  if (mark) {
    event.preventDefault(); // the browser would move the focus away from the highlight
    history.pushState(null, "", link.hash);
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
    light(mark);
  }
});

const search = document.getElementById("search");
if (search) {
  const items = [...document.querySelectorAll("nav.index li")];
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    for (const item of items) item.hidden = !item.dataset.speakers.includes(wanted);
    const found = items.filter((item) => !item.hidden).length;
    document.getElementById("found").textContent = found + " of " + items.length + " articles";
  });
}
