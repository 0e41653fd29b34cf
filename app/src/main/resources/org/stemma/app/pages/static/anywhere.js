// A draft can be pasted, and files dropped, anywhere on a page that has a form for them; without
// this script the forms do the same.
const draft = document.querySelector("form[data-draft]");
const pages = document.querySelector("form[data-drop]");

if (draft) {
  const text = draft.querySelector("textarea");
  const file = draft.querySelector("input[type=file]");
  const told = draft.querySelector(".told");
  const limit = Number(draft.dataset.limit);

  const fits = () => {
    const tooMuch = file.files.length > 0 && file.files[0].size > limit;
    told.textContent = tooMuch ? "That is more than 20 MB. Paste its text, or use: stemma check FILE" : "";
    told.hidden = !tooMuch;
    return !tooMuch;
  };

  document.addEventListener("paste", (event) => {
    const inField = event.target instanceof Element && event.target.closest("input, textarea");
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!inField && pasted.trim() !== "") {
      event.preventDefault();
      text.value = pasted;
      text.scrollIntoView({ block: "center" });
      draft.querySelector("button").focus();
    }
  });
  file.addEventListener("change", fits);
  draft.addEventListener("submit", (event) => {
    if (!fits()) {
      event.preventDefault();
    }
  });
  draft.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.stopPropagation();
    draft.classList.add("over");
  });
  draft.addEventListener("dragleave", () => draft.classList.remove("over"));
  draft.addEventListener("drop", (event) => {
    event.stopPropagation();
    draft.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      file.files = event.dataTransfer.files;
      draft.requestSubmit();
    }
  });
}

if (pages) {
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    pages.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      pages.classList.remove("over");
    }
  });
  document.addEventListener("drop", (event) => {
    pages.classList.remove("over");
    if (!event.defaultPrevented && event.dataTransfer.files.length > 0) {
      event.preventDefault();
      pages.querySelector("input[type=file]").files = event.dataTransfer.files;
      pages.requestSubmit();
    }
  });
}

for (const line of document.querySelectorAll("[data-anywhere]")) {
  line.hidden = false;
}
