// Pages can be dropped on the form; without this script the file field does the same.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const field = form.querySelector("input[type=file]");
  const told = form.querySelector(".told");
  const limit = Number(form.dataset.limit);

  const tell = (text) => {
    told.textContent = text;
    told.hidden = text === "";
  };

  const bytes = () => Array.from(field.files).reduce((sum, file) => sum + file.size, 0);

  const fits = () => {
    const tooMuch = bytes() > limit;
    tell(tooMuch ? "That is more than 50 MB. Send it in parts, or use: stemma add FOLDER" : "");
    return !tooMuch;
  };

  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  field.addEventListener("change", fits);
  form.addEventListener("submit", (event) => {
    if (!fits()) {
      event.preventDefault();
      return;
    }
    tell("Reading …");
  });
}
