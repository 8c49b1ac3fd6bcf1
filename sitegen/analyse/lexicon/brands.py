"""Companies, brands and prizes that are called like people."""

# One word of these, alone, is the company or the prize.
BRANDS = frozenset(
    """adidas armani asda audi barclays bentley boeing boots bosch bugatti burberry cadbury cartier chanel chevron
    chevrolet chrysler coles dell deloitte dior disney dolby dow emmy emmys ferrari fiat ford fox gallup gap
    gillette goldman google grammy grammys gucci guinness harrods harvard heinz hermes hilton honda hyundai ikea
    jaguar kellogg lamborghini lego lexus lidl lloyds macy macys marriott marvel maserati mastercard mattel
    mazda mcdonald mcdonalds mercedes merck michelin mitsubishi morrisons nasdaq nestle nike nissan nobel nokia
    oscar oscars palmolive panasonic pepsi peugeot pfizer philips porsche prada primark pulitzer puma purdue
    reebok reuters revlon rolex samsung sainsbury sainsburys siemens sotheby sothebys steinway subaru suzuki
    tesco tesla tiffany tony tonys toyota tupperware versace verizon visa vogue volkswagen volvo walmart
    wimbledon woolworth woolworths yale yamaha zara""".split()
)

# Longer names that are companies' and hardly anybody's; living designers and namesakes of shops are left out.
COMPANIES = frozenset(
    (
        "christian dior|hugo boss|louis vuitton|saint laurent|goldman sachs|morgan stanley|jp morgan|merrill lynch|"
        "wells fargo|credit suisse|price waterhouse|rolls royce|harley davidson|aston martin|alfa romeo|land rover|"
        "eli lilly|dow jones|fannie mae|freddie mac|sallie mae|betty crocker|jack daniels|johnnie walker|jim beam|"
        "stella artois|captain morgan|papa john|dunkin donuts|tim hortons|baskin robbins|estee lauder|"
        "elizabeth arden|helena rubinstein|max factor|taylor wimpey|lockheed martin|booz allen|sara lee|warner bros|"
        "dolce gabbana|abercrombie fitch|victoria secret|neiman marcus|saks fifth|bain capital|baker mckenzie|"
        "clifford chance|johns hopkins|carnegie mellon"
    ).split("|")
)
