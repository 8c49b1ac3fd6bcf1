"""Where a site does not meet the rules that its configuration sets."""

from sitegen.codes.code import Code

_POLICY = "Policy"

CODES = (
    Code(
        "policy-sensitive",
        _POLICY,
        "A quotation names somebody whose record says sensitive: true, as its speaker, as its relay or as one whom it "
        "quotes, and no person has confirmed or corrected that. sitegen publish waits until one has.",
        "Read the article, and confirm, correct or reject it.",
        "- exact: We closed the gate at nine.\n  decision: confirm\n  speaker: judith-ellery",
    ),
    Code(
        "policy-unknown-speaker",
        _POLICY,
        "The policy forbids quotations without a known speaker, and nobody is known to have said this one: the text "
        "names nobody, or several can be meant, or a person has rejected the speaker.",
        'Say who it was, take the quotation out where it is none, or write unknown_speakers = "allow".',
        "- exact: We closed the gate at nine.\n  decision: correct\n  speaker: judith-ellery",
    ),
    Code(
        "policy-orphan",
        _POLICY,
        "The policy forbids annotations that lost their place, and the words of this one are no longer in the article.",
        'Give it the words as they stand there now, take it out, or write orphans = "allow".',
    ),
    Code(
        "policy-machine-share",
        _POLICY,
        "More of the quotations rest on the machine alone than the policy allows. Those of which it is least sure are "
        "listed.",
        "Confirm, correct or reject some of them, or raise machine_share.",
        "[policy]\nmachine_share = 0.5",
    ),
    Code(
        "policy-confidence",
        _POLICY,
        "The machine is less sure of the speaker of a quotation than the policy demands, and no person has decided.",
        "Confirm, correct or reject it, or lower min_confidence.",
        "[policy]\nmin_confidence = 0.6",
    ),
)
