// A button beside everything that readers may want to take along: a citation, a link, an entry of BibTeX, a piece of HTML.
(function () {
  "use strict";
  const sources = document.querySelectorAll("[data-copy]");
  if (!sources.length) return;
  const told = document.createElement("p");
  told.className = "vh";
  told.setAttribute("role", "status");
  document.querySelector("main").append(told);

  sources.forEach((source) => {
    const block = source.closest("p, pre");
    let row = block.nextElementSibling;
    if (!row || row.className !== "copies") {
      row = document.createElement("p");
      row.className = "copies";
      block.after(row);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy " + source.dataset.copy;
    button.addEventListener("click", () => copy(source).then((done) => {
      const words = done ? "Copied" : "Selected: copy it with your keyboard or menu";
      button.textContent = words;
      // The same words twice are read out once: empty them first.
      told.textContent = "";
      setTimeout(() => { told.textContent = words; }, 50);
      setTimeout(() => { button.textContent = "Copy " + source.dataset.copy; }, 4000);
    }));
    row.append(button);
  });

  function copy(source) {
    const text = source.closest("pre") ? source.textContent : source.textContent.replace(/\s+/g, " ").trim();
    const wanted = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    return wanted.then(() => true, () => select(source));
  }

  // Where scripts may not write to the clipboard, the text is selected, and old browsers copy that.
  function select(source) {
    getSelection().selectAllChildren(source);
    try {
      return document.execCommand("copy");
    } catch (error) {
      return false;
    }
  }
})();
