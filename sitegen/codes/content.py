"""What can be wrong with articles, pages and records."""

from sitegen.codes.code import Code

_FILES = "Files of the content folder"
_MATTER = "Front matter"
_LINKS = "Links and pictures"
_ADOPTED = "Texts that were taken over"

CODES = (
    Code(
        "content-missing",
        _FILES,
        "The site has no folder content/.",
        "Make it beside sitegen.toml and put articles (*.md, *.txt) into it.",
    ),
    Code("unreadable", _FILES, "A file or folder cannot be read.", "Make it readable, or take it out."),
    Code(
        "vanished",
        _FILES,
        "A file was there when the folder was listed and gone when it was read. A warning.",
        "Build again.",
    ),
    Code(
        "symlink",
        _FILES,
        "Symbolic links are not followed, since they could lead out of the site. A warning.",
        "Copy the file to its place.",
    ),
    Code("special-file", _FILES, "A pipe, socket or device is no article. A warning.", "Move it elsewhere."),
    Code(
        "file-name",
        _FILES,
        "The name of the file is not valid UTF-8 and cannot stand in an address. A warning.",
        "Rename the file.",
    ),
    Code(
        "not-utf-8",
        _FILES,
        "The text is in another encoding; line and column show the first byte that cannot be read.",
        "Save the file as UTF-8.",
    ),
    Code(
        "control-character",
        _FILES,
        "The text holds a control character, which no page can show; it is left out of pages. A warning.",
        "Delete it.",
    ),
    Code(
        "too-long",
        _FILES,
        "The text is longer than [nlp] max_chars allows: the model would need much memory for it.",
        "Split the article, or raise the limit.",
        "[nlp]\nmax_chars = 2000000",
    ),
    Code(
        "empty-file",
        _FILES,
        "There is nothing in the file; it is left out. A warning.",
        "Write something in it, or delete it.",
    ),
    Code("empty-body", _FILES, "There is front matter and no text below it. A warning.", "Write the article."),
    Code(
        "duplicate-id",
        _FILES,
        "Two files would have one id, and so one address.",
        "Rename one, or give it another slug.",
        "slug: ferry-again",
    ),
    Code(
        "id-reserved",
        _FILES,
        "The id would stand where the list of articles continues (page-2).",
        "Rename the file, or give it another slug.",
    ),
    Code(
        "address-clash",
        _FILES,
        "Two pages would be one file, on some systems at least.",
        "Give one of them another slug.",
    ),
    Code("future", _FILES, "The article is dated after today and left out.", "Build with --future to see it."),
    Code(
        "markdown-depth",
        _FILES,
        "Lists or quotations are nested too deeply; the innermost are left out. A warning.",
        "Remove some of the leading signs.",
    ),
    Code(
        "front-matter-missing",
        _MATTER,
        "A Markdown file begins without front matter. A warning.",
        "Begin it with front matter; for a plain page a level-one heading will do.",
        "---\ntitle: Ferry to leave the quay\ndate: 2026-03-14\n---",
    ),
    Code(
        "front-matter-not-closed",
        _MATTER,
        "The front matter begins and does not end.",
        "End it with a line of three hyphens.",
    ),
    Code(
        "front-matter-too-long",
        _MATTER,
        "The front matter is longer than any list of keys.",
        "Move text into the body.",
    ),
    Code(
        "front-matter-mapping",
        _MATTER,
        "What stands between the lines of hyphens is no list of keys and values.",
        "Write one key and its value a line.",
        "title: Ferry to leave the quay",
    ),
    Code(
        "front-matter-yaml",
        _MATTER,
        "The front matter is not valid YAML; line and column say where.",
        "Put values with special signs in quotation marks.",
        'title: "Ferry: the end"',
    ),
    Code("front-matter-tab", _MATTER, "A tab indents a line, which YAML forbids.", "Use two spaces."),
    Code(
        "front-matter-alias",
        _MATTER,
        "A value begins with & or *, which YAML takes for an anchor or an alias.",
        "Put it in quotation marks.",
    ),
    Code(
        "front-matter-tag",
        _MATTER,
        "A value begins with an exclamation mark, which YAML takes for a tag.",
        "Put it in quotation marks.",
    ),
    Code("front-matter-character", _MATTER, "An escape stands for half a character.", "Write the character itself."),
    Code("front-matter-depth", _MATTER, "Lists are nested too deeply.", "Write plain lists."),
    Code("front-matter-duplicate", _MATTER, "A key stands twice.", "Keep one."),
    Code(
        "front-matter-type",
        _MATTER,
        "A list stands where one value should, or the other way round.",
        "Write it as the hint shows.",
    ),
    Code(
        "front-matter-unknown-key",
        _MATTER,
        "Nothing reads this key. A warning.",
        "Correct it or take it out; the hint names the nearest known key.",
    ),
    Code(
        "title-missing",
        _MATTER,
        "The article has no title; its first words stand in for one. A warning.",
        "Write a title.",
        "title: Ferry to leave the quay",
    ),
    Code(
        "date-empty",
        _MATTER,
        "The date has no value.",
        "Write one, or leave the key out: the article is then undated.",
        "date: 2026-03-14",
    ),
    Code(
        "date-invalid",
        _MATTER,
        "The date is not in the calendar, or can be read in more than one way.",
        "Write year, month, day.",
        "date: 2026-03-14",
    ),
    Code(
        "language-invalid", _MATTER, "The language is no code of BCP 47.", "Write two or three letters.", "language: en"
    ),
    Code(
        "url-invalid",
        _MATTER,
        "The address is no http or https address.",
        "Write a full address.",
        "url: https://example.org/ferry",
    ),
    Code(
        "slug-invalid",
        _MATTER,
        "The slug cannot stand in an address.",
        "Use lower-case letters, digits and hyphens.",
        "slug: ferry-to-leave",
    ),
    Code("slug-changed", _MATTER, "The slug was made fit for an address. A warning.", "Write it as the hint shows."),
    Code(
        "person-name",
        _MATTER,
        "An entry under people: has no name, or one without a letter.",
        "Write a name, or a name and an id.",
        "people:\n  - {name: Ann Lee, id: ann-lee}",
    ),
    Code(
        "record-name", _MATTER, "An authority record names nobody.", "Begin it with a name.", "---\nname: Ann Lee\n---"
    ),
    Code(
        "role-title",
        _MATTER,
        "A role of an authority record has no title.",
        "Say which office it is.",
        "roles:\n  - {title: mayor, from: 2016}",
    ),
    Code(
        "wikidata-invalid",
        _MATTER,
        "The item of Wikidata is no letter Q with a number.",
        "Copy it from the address of the item.",
        "wikidata: Q42",
    ),
    Code(
        "picture-missing",
        _LINKS,
        "A picture is not shown, since no such file stands beside its text or record, or below that folder. A warning.",
        "Put the file there, and write its address as seen from the text.",
        "![The quay at low tide](quay.jpg)",
    ),
    Code(
        "picture-alt",
        _LINKS,
        "A picture has no words for those who cannot see it: that of an authority record no image_alt, one in a text "
        "nothing between its brackets. A warning.",
        "Say in a sentence what the picture shows. One in a text that shows nothing, such as an ornament, is marked by "
        "the title “decorative”.",
        "image: quay.jpg\nimage_alt: Six crab boats at low tide.\n\n![Six crab boats at low tide](quay.jpg)\n"
        '![](line.svg "decorative")',
    ),
    Code(
        "picture-broken",
        _LINKS,
        "A picture is empty, damaged, none that browsers show, called by the suffix of another format, or a drawing "
        "that does not say how large it is. What cannot be shown is named in words; nothing smaller is made of the "
        "rest. A warning.",
        "Save it again as JPEG, PNG, WebP, AVIF, GIF or SVG.",
    ),
    Code(
        "picture-large",
        _LINKS,
        "A picture has more than 50 million pixels, or 40 MB, or a drawing more than 500 kB: it is shown as it is, and "
        "readers wait for it. A warning.",
        "Save it smaller.",
    ),
    Code(
        "picture-metadata",
        _LINKS,
        "An AVIF holds Exif, which may say where and when it was taken, and by whom. From JPEG, PNG and WebP a build "
        "takes such things out; from AVIF it does not. A warning.",
        "Save it without metadata, or as JPEG, PNG or WebP.",
    ),
    Code(
        "link-broken",
        _LINKS,
        "A link leads to no text, file or heading of the site: its words are shown without it. A warning.",
        "Name the file as seen from this one, or write a full address.",
        "[the vote](../2026/vote.md#the-result)",
    ),
    Code(
        "adopted-not",
        _ADOPTED,
        "A file of the former site could not be taken over: it cannot be read, or it is a link. A warning.",
        "Make it readable, and take it over by hand.",
    ),
    Code(
        "adopted-elsewhere",
        _ADOPTED,
        "A file did not get the place that it wanted: another has that address already, or the folder means something "
        "else to sitegen. A warning.",
        "Rename it as you like.",
    ),
    Code(
        "adopted-draft",
        _ADOPTED,
        "A text that its former generator did not show was taken over as a draft; or all texts were of which a setting "
        "of the generator's, which cannot be read, may say that they are not shown. A warning.",
        "Take the line out to publish it.",
        "draft: true",
    ),
    Code(
        "foreign-shortcode",
        _ADOPTED,
        "A shortcode of Hugo's stands in a text that was taken over; it shows as it is written. A warning.",
        "Write in Markdown what it showed.",
    ),
    Code(
        "foreign-template",
        _ADOPTED,
        "A tag or variable of a template language (Liquid, Nunjucks), or an address as Pelican writes it, stands in a "
        "text that was taken over; it shows as it is written. A warning.",
        "Write in Markdown what it showed.",
    ),
    Code(
        "foreign-html",
        _ADOPTED,
        "HTML stands in a text that was taken over; sitegen shows it as it is written. A warning.",
        "Write it in Markdown, or take it out.",
    ),
)
