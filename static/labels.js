// Wide pages: each speaker's label stands beside the line where the words begin, and below the label before it.
// The style sheet moves it down by --down, so that no text moves; where labels crowd, a disc stands without its word.
// Without this script a label stands at the head of its paragraph.
(function () {
  "use strict";
  const text = document.querySelector(".text");
  if (!text) return;
  const labels = Array.from(text.querySelectorAll(".by"), function (label) {
    const disc = label.querySelector(".st[href]");
    const id = disc && /(q-[^/#]+)(\/(index\.html)?)?$/.exec(disc.getAttribute("href"));
    const words = id && document.getElementById(id[1]);
    const block = words && text.contains(words) && !label.closest(".wide") && words.closest("[id^=p]");
    return { label, words, block, down: 0 };
  });

  function firstLine(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    return (range.getClientRects()[0] || element.getBoundingClientRect()).top;
  }

  // How far down the page the label would stand if there were no others.
  function wished(each, top) {
    if (!each.block) return top;
    const style = getComputedStyle(each.block), height = parseFloat(style.lineHeight) || 30;
    const holder = style.display === "inline" ? each.block.parentElement : each.block;
    const lines = Math.round((firstLine(each.words) - firstLine(each.block)) / height);
    return holder.getBoundingClientRect().top + lines * height;
  }

  // Returns whether a label that pushed the next one off its line has been drawn closer together.
  function place() {
    let bottom = -Infinity, before = null, crowded = false;
    for (const each of labels) {
      const box = each.label.getBoundingClientRect(), top = box.top - each.down;
      const wish = wished(each, top), there = Math.max(wish, bottom);
      if (there > wish + 12 && !before.classList.contains("tight")) {
        before.classList.add("tight");
        crowded = true;
      }
      each.down = Math.round(there - top);
      bottom = there + box.height;
      before = each.label;
    }
    for (const each of labels) each.label.style.setProperty("--down", each.down + "px");
    return crowded;
  }

  function settle() {
    if (!labels.length || getComputedStyle(labels[0].label).float === "none") return;
    for (const each of labels) each.label.classList.remove("tight");
    for (let pass = 0; pass < 4 && place(); pass++);
  }

  new ResizeObserver(settle).observe(text);
})();
