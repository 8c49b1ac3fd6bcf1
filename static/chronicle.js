// Leads whoever points at a quotation in the picture of when somebody spoke to its place in the list.
(function () {
  "use strict";
  document.querySelectorAll(".plot [data-to]").forEach((mark) => {
    mark.classList.add("leads");
    mark.addEventListener("click", () => location.assign(mark.dataset.to));
  });
})();
