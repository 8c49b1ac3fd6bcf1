"""What can be measured of how a page looks: what runs over the edge, stands out too little, or is too small to hit."""

from playwright.sync_api import Page

# Where an element is, without what nobody sees: hidden, clipped to nothing, or within what scrolls by itself.
_SHARED = """
const seen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && !element.closest(".vh, .skip, defs, title, [hidden]");
const scrolls = element => {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (!["visible"].includes(getComputedStyle(at).overflowX) && at.tagName.toLowerCase() !== "svg") return true;
  return false;
};
const called = element => {
  const shelf = element.closest("[aria-labelledby]")?.getAttribute("aria-labelledby") || "";
  const style = element.getAttribute("class"), words = element.textContent.trim().slice(0, 40);
  return `${shelf} <${element.localName}${style ? ` class="${style}"` : ""}> ${words}`;
};
"""

_OUTSIDE = """
const width = document.documentElement.clientWidth;
return [...document.querySelectorAll("body *")].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width && (box.left < -0.5 || box.right > width + 0.5) && seen(element) && !scrolls(element);
}).map(called);
"""

_CUT = """
return [...document.querySelectorAll("body *")].filter(seen).filter(element => {
  if (getComputedStyle(element).overflowX === "visible" || element.closest("svg")) return false;
  return element.scrollWidth > element.clientWidth + 1;
}).map(called);
"""

_FAINT = """
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map();
// Whatever way a colour is written in, as four numbers from 0 to 1.
const read = colour => {
  if (!known.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data].map(each => each / 255));
  }
  return known.get(colour);
};
const over = (above, below) => [0, 1, 2].map(each => above[each] * above[3] + below[each] * (1 - above[3])).concat(1);
const light = colour => {
  const [r, g, b] = colour.map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const grounds = new Map([[null, read("Canvas")]]);
const ground = element => {
  if (!grounds.has(element))
    grounds.set(element, over(read(getComputedStyle(element).backgroundColor), ground(element.parentElement)));
  return grounds.get(element);
};
const contrast = (colour, element) => {
  const below = ground(element), two = [light(over(read(colour), below)), light(below)];
  return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
};
const found = [];
const look = (element, colour) => {
  const ratio = contrast(colour, element);
  if (ratio < least) found.push(`${ratio.toFixed(2)} ${called(element)}`);
};
for (const element of document.querySelectorAll("body, body *")) {
  if (!seen(element)) continue;
  const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const style = getComputedStyle(element);
  if (own) look(element, element.closest("svg") ? style.fill : style.color);
  for (const side of ["::before", "::after"]) {
    const made = getComputedStyle(element, side);
    if (!["none", "normal", '""'].includes(made.content)) look(element, made.color);
  }
}
return found;
"""

_SMALL = """
const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(seen);
// What is left of a box within all that clips it.
const clipped = (element, box) => {
  let { left, top, right, bottom } = box;
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (getComputedStyle(at).overflowY !== "hidden") continue;
    const around = at.getBoundingClientRect();
    [left, top] = [Math.max(left, around.left), Math.max(top, around.top)];
    [right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)];
  }
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};
// A link that runs over two lines is two boxes.
const boxes = targets
  .flatMap(element => [...element.getClientRects()].map(box => ({ element, box: clipped(element, box) })))
  .filter(({ box }) => box.width > 0 && box.height > 0);
const inText = element => {
  // A link within a sentence is as high as its line.
  for (let at = element; at && getComputedStyle(at).display === "inline"; at = at.parentElement) {
    const around = [...at.parentElement.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    if (around.some(node => /[\\p{L}\\p{N}]/u.test(node.data))) return true;
  }
  return false;
};
const small = box => box.width < 23.9 || box.height < 23.9;
const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
// A circle of 24 pixels round a small one meets no other.
const near = (box, other) => {
  const [x, y] = middle(box), [left, top] = middle(other);
  const away = Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
  return away < 11.9 || (small(other) && Math.hypot(left - x, top - y) < 23.9);
};
const kin = (one, other) => one.contains(other) || other.contains(one);
return [...new Set(boxes.filter(({ element, box }) => small(box) && !inText(element)
  && boxes.some(other => !kin(element, other.element) && near(box, other.box))).map(({ element }) => called(element)))];
"""


def sideways(page: Page) -> int:
    """Return how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def outside(page: Page) -> list[str]:
    """Return the elements that are partly outside the window, at the left or right; what scrolls may hold more."""
    return _asked(page, _OUTSIDE)


def cut(page: Page) -> list[str]:
    """Return the elements that hold more than they show, at the side."""
    return _asked(page, _CUT)


def faint(page: Page, least: float = 4.5) -> list[str]:
    """Return the elements whose words stand out from their ground by less than ``least``, with the contrast.

    It is that of WCAG 2; marks that style sheets put before and behind elements count as words.
    """
    return _asked(page, f"const least = {least};" + _FAINT)


def small_targets(page: Page) -> list[str]:
    """Return the links and controls that are less than 24 pixels wide or high and too near to others.

    Links in the middle of a text are as high as its lines (WCAG 2.2, 2.5.8).
    """
    return _asked(page, _SMALL)


def _asked(page: Page, script: str) -> list[str]:
    found: list[str] = page.evaluate(f"() => {{ {_SHARED} {script} }}")
    return found
