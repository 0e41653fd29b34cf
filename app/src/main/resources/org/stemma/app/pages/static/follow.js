// The words and the note in the margin that speak of the same thing light up together.
const partners = new Map();
for (const element of document.querySelectorAll("[data-a]")) {
  const key = element.dataset.a;
  partners.set(key, [...(partners.get(key) ?? []), element]);
}

const light = (event, on) => {
  const element = event.target instanceof Element ? event.target.closest("[data-a]") : null;
  for (const partner of element ? partners.get(element.dataset.a) : []) {
    partner.classList.toggle("lit", on);
  }
};

if (partners.size > 0) {
  for (const [start, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => light(event, true));
    document.addEventListener(end, (event) => light(event, false));
  }
}

// An address that names a passage lights up all of it, not only its first words.
const sought = document.getElementById(location.hash.slice(1));
if (sought?.dataset.a) {
  for (const partner of partners.get(sought.dataset.a) ?? []) {
    partner.classList.add("sent");
  }
}
