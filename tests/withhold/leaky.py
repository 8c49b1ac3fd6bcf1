"""A small site in which one name, invented like all others, stands in every place that a page can take words from."""

from pathlib import Path

RECORD = """---
name: Zélie Quarnbeck
id: zelie-quarnbeck
variants: [Zee Quarnbeck, warden of the Salt Locks]
roles: [warden]
image: portrait.png
image_alt: Zélie Quarnbeck at the lock
former_ids: [z-quarnbeck]
suppress: SUPPRESS
---
Zélie Quarnbeck kept the locks.
"""
FILES = {
    "sitegen.toml": 'title = "Zelie Quarnbeck files"\nbase_url = "https://a.example/"\n'
    'description = "What ZÉLIE QUARNBECK is said to have said."\nauthor = "Zelie Quarnbeck"\n',
    "content/people/one.md": RECORD,
    "content/people/brother.md": """---
name: Orlo Quarnbeck
variants: [brother of Zélie Quarnbeck]
roles: [{title: aide to Zélie Quarnbeck, from: 2016, organisation: Zélie Quarnbeck Trust}]
image_alt: Orlo with Zélie Quarnbeck
---
Brother of **Zélie** Quarnbeck, of [Z&eacute;lie](https://a.example/x) *Quarnbeck*, and of Z&#233;lie&nbsp;Quarnbeck.
Quarnbeck is a rare name.
""",
    "content/people/portrait.png": "a picture",
    "content/locks.md": """---
title: "Quarnbeck warns: “Zélie Quarnbeck speaks”"
date: 2026-04-01
summary: Zelie Quarnbeck, Zee Quarnbeck and Quarnbeck’s gates.
tags: [Zélie Quarnbeck, quarnbeck, Quarnbeck trial, trial, locks]
authors: [Zélie Quarnbeck]
people: [Zélie Quarnbeck]
source: {name: The Quarnbeck Times, url: "https://b.example/a"}
---
# ZÉLIE QUARNBECK AND THE LOCKS

Zélie Quarnbeck came early to the quay. "The gates will hold all winter long," Quarnbeck said.

She said the water was high. Quarnbeck's keys hung there; the Quarnbecks kept them. Quarnbeck-led crews came.

"I saw Zélie Quarnbeck open the upper gate," Nora Penn said. “Quarnbeck told me, ‘I am done with it,’” Penn said.

The lock was, according to Zélie Quarnbeck, broken. Z&eacute;lie Quarnbeck and Z&#233;lie&nbsp;Quarn&#98;eck stayed.

"We never close the lower one," said the warden of the Salt Locks.

Zélie smiled. "The tide is mine," Zélie said.

- Zélie **Quarnbeck** in a list, and Quarnbeck, Zélie
- Ze\u0301lie Quarn\u00adbeck with marks of their own

| who | what |
|---|---|
| Zélie Quarnbeck | a cell |

`author = "zelie_quarnbeck"` and zeliequarnbeck@a.example

```python
print("ZELIE QUARNBECK")
```

![Zélie Quarnbeck at the gate](gate.svg "Quarnbeck at work") and [a link](https://b.example/ "Zélie Quarnbeck's page")
""",
    "content/brothers.md": """---
title: Orlo Quarnbeck and Zélie Quarnbeck
date: 2026-04-02
tags: [trial]
---
Orlo Quarnbeck met Nora Penn on the quay.

"My boat is older than the harbour wall," said Orlo Quarnbeck.

Zélie Quarnbeck left.
""",
    "content/brothers.annotations.yaml": """
- exact: My boat is older than the harbour wall,
  decision: confirm
  speaker: Orlo Quarnbeck
  by: Zélie Quarnbeck
  date: 2026-04-20
  why: Zélie Quarnbeck told us; Quarnbeck was there.
  source: https://b.example/letters
- exact: My boat is older than the harbour wall,
  note: "*Zélie* **Quarnbeck** and Z&eacute;lie&nbsp;Quarnbeck, see [her](https://b.example/x)."
- exact: My boat is older than the harbour wall,
  said: 2026-03
  evidence: A letter of Zélie Quarnbeck.
- exact: My boat is older than the harbour wall,
  translation: Quarnbecks Boot, sagt Zélie Quarnbeck.
  language: de
- exact: My boat is older than the harbour wall,
  recording: https://b.example/letter.mp3
""",
    "content/locks.annotations.yaml": """
- exact: The gates will hold all winter long,
  note: Zélie Quarnbeck said this twice.
- exact: We never close the lower one,
  decision: reject
  speaker: zelie-quarnbeck
  by: The desk
  date: 2026-04-21
  why: She was away.
""",
    "content/plain.txt": "Old news\n\nOn the quay Zélie Quarnbeck sang. Nobody heard Quarnbeck.\n",
    "content/fremd.md": "---\ntitle: Fremd\nlanguage: de\n---\nGestern kam Zélie Quarnbeck.\n\n"
    "„Das Wasser steigt“, sagte Quarnbeck.\n",
    "content/pages/help.md": "# Help by Zélie Quarnbeck\n\nAsk Zélie Quarnbeck, or Quarnbeck’s aides.\n",
    "content/gate.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
}
# Nobody of the suppressed is named here: the surname is the brother's.
ALONE = """---
title: One brother
date: 2026-04-03
---
Orlo Quarnbeck met Nora Penn. "The sea is calm today at last," Quarnbeck said.
"""


def write(folder: Path, *, suppress: bool = True, **more: str) -> Path:
    for name, text in {**FILES, **more}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("SUPPRESS", str(suppress).lower()), "utf-8")
    return folder
