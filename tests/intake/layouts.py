"""Reports of our own writing, each with the lines that a site put around it.

A layout is a list of pairs: the kind that a stretch of text must get, and the stretch. A kind that
ends in "+" goes on the line of the stretch before it.
"""

from __future__ import annotations

Layout = list[tuple[str, str]]

LAYOUTS: dict[str, Layout] = {
    "trail, buttons, caption, related stories, form": [
        ("navigation", "Home » Politics » Asia Pacific"),
        ("title", "Japan, Vietnam agree to widen maritime cooperation"),
        ("byline", "By Ana Duarte | 14 May 2015, 09:05 GMT"),
        ("navigation", "Share"),
        ("navigation", "Tweet"),
        ("navigation", "Print"),
        ("caption", "The foreign ministers of Japan and Vietnam before the talks. (Photo: Kyodo)"),
        ("dateline", "HANOI -"),
        ("body+", " The foreign ministers of Japan and Vietnam agreed on Thursday to meet yearly."),
        ("body", '"We share the same concerns," Foreign Minister Kenji Arai told reporters.'),
        ("body", "He said:"),
        ("body", '"The sea belongs to no one state."'),
        ("notice", "ADVERTISEMENT"),
        ("body", "A second round will take place in Tokyo in June, the ministry said."),
        ("navigation", "Read also: Vietnam buys patrol boats"),
        ("other", "Trade on the table"),
        ("body", "The talks lasted three hours."),
        ("tags", "Tags: Japan, Vietnam, South China Sea"),
        ("navigation", "Related Stories"),
        ("navigation", "Tokyo hosts island leaders"),
        ("comment", "Leave a Reply"),
        ("comment", "Your email address will not be published. Required fields are marked *"),
        ("comment", "Name *"),
        ("disclaimer", "© 2015 Pacific Ledger. All rights reserved."),
    ],
    "site's name behind the headline, initials, captcha": [
        ("title", "Bolivia and Chile resume talks on sea access"),
        ("credit+", " – Andes Courier"),
        ("dateline", "La Paz, March 3, 2011 (ABI) –"),
        ("body+", " Bolivian President Hugo Arce met his Chilean counterpart on Thursday."),
        ("body", "“We are starting a new stage,” Arce said after the meeting."),
        ("credit", "SZ/MR"),
        ("tags", "News Code 99887"),
        ("comment", "Your Name:"),
        ("comment", "Your Comment:"),
        ("comment", "Enter the characters:"),
    ],
    "section, dates of publication and change, cookies": [
        ("navigation", "World"),
        ("title", "Swedish, Finnish ministers discuss Baltic security"),
        ("byline", "Published: 2014-11-05 12:30"),
        ("byline", "Updated: 2014-11-06 08:00"),
        ("dateline", "STOCKHOLM (TT) –"),
        ("body+", " Sweden’s foreign minister met her Finnish counterpart on Wednesday."),
        ("body", "The ministers “reviewed a wide range of issues,” the ministry said."),
        ("credit", "(With inputs from agencies)"),
        ("disclaimer", "Copyright 2014 Northern Gazette. No part of this may be reproduced."),
        ("notice", "We use cookies to ensure that we give you the best experience on our website."),
    ],
    "sections glued to headline and paragraph, German notice": [
        ("other", "Africa"),
        ("title+", "Kenya and Somalia to reopen border crossing"),
        ("navigation", "0 Shares"),
        (
            "body",
            "Kenya and Somalia have agreed to reopen a border crossing, officials said.",
        ),
        ("other", "Africa"),
        ("body+", "The decision follows talks between the two presidents in Mombasa last week."),
        ("body", "“It is a good day for both peoples,” said Kenyan spokesman Joseph Otieno."),
        ("notice", "Wir verwenden Cookies, um Ihnen die Nutzung der Website zu ermöglichen."),
        ("navigation", "Facebook"),
        ("navigation", "Twitter"),
    ],
    "views, back to top, first published elsewhere": [
        ("title", "Egypt hosts Sudanese talks"),
        ("byline", "Sunday 12 June 2016"),
        ("dateline", "Cairo, MENA -"),
        ("body+", " Egypt hosted a new round of Sudanese talks on Sunday, both sides attending."),
        ("body", "Egyptian Foreign Minister Samir Fahmy said the round would focus on trade."),
        ("body", 'Fahmy added that "no one will be left out."'),
        ("navigation", "Views: 1,204"),
        ("navigation", "Back to top"),
        ("disclaimer", "This article was originally published in Nile Observer."),
    ],
    "headline three times": [
        ("navigation", "Search"),
        ("navigation", "Menu"),
        ("title", "Polish president visits Kyiv"),
        ("other", "Polish president visits Kyiv - Vistula Times"),
        ("other", "Polish president visits Kyiv"),
        ("navigation", "3 min read"),
        ("byline", "May 7, 2012"),
        ("dateline", "KYIV, May 7 (Ukrinform) —"),
        ("body+", " Polish President Jan Malik arrived in Kyiv on Monday for two days of talks."),
        ("body", "He is expected to sign an agreement on border traffic."),
        ("body", "The visit is the first since 2009."),
        ("navigation", "You may also like"),
        ("navigation", "Warsaw opens consulate in Lutsk"),
        ("notice", "Subscribe to our newsletter"),
    ],
    "speaker above the headline": [
        ("byline", "12 Feb 1999, 7:05 AM"),
        ("kicker", "Okonkwo:"),
        ("title", "Ghana, Togo will open a joint customs post"),
        ("other", "Ghana, Togo will open a joint customs post"),
        ("dateline", "ACCRA, Feb. 12 (GNA) –"),
        ("body+", " Ghana and Togo will open a joint customs post, Minister Ama Okonkwo said."),
        ("body", "The post will be at Aflao, she told a press conference."),
        ("credit", "PANA/GNA"),
        ("tags", "News ID 88102"),
        ("tags", "Tags"),
        ("comment", "Your Comment"),
        ("comment", "• captcha"),
    ],
    "no headline": [
        (
            "body",
            "Following is the text of the statement issued by Norway and Iceland:",
        ),
        ("body", "The ministers reaffirmed their commitment to the Arctic."),
        ("body", "They agreed to meet every year."),
    ],
    "agency behind the last sentence, identifier": [
        ("title", "Mongolia’s premier in Beijing for rail talks"),
        ("byline", "Nov 3, 2009, 4:5 AM"),
        (
            "body",
            "Mongolia's prime minister began a visit to China on Tuesday.",
        ),
        ("body", "He will meet the Chinese president."),
        ("credit+", " (Xinhua)"),
        ("credit", "Source: Xinhua News Agency / Montsame"),
        ("tags", "ID: 5551212"),
        ("comment", "Comments (0)"),
        ("comment", "No comments yet."),
    ],
    "identifier above, code and related news below": [
        ("tags", "News ID : 44512"),
        ("byline", "Publish Date : Sat, 05 Feb 2011 10:03"),
        ("title", "Ghana’s envoy holds talks in Lomé"),
        (
            "body",
            "Ghana’s envoy to Togo held talks with officials in Lomé on Saturday.",
        ),
        ("body", "The talks dealt with fishing rights."),
        ("body", '"Ghana values its neighbours", the envoy was quoted as saying.'),
        ("navigation", "related news"),
        ("navigation", "Ghana reopens port"),
    ],
    "readers' comments": [
        ("title", "Cambodia rejects observer mission"),
        (
            "body",
            "Cambodia’s government rejected a proposal to send observers to the temple.",
        ),
        ("body", '"We do not need them," said a spokesman'),
        ("body", "Thailand said it regretted the decision."),
        ("navigation", "Follow us on Twitter"),
        ("comment", "Comments"),
        ("comment", "A reader wrote that this was a mistake of the government."),
    ],
    "colon behind the place, agency behind a dash": [
        ("title", "Ecuador, Peru sign mine-clearing accord"),
        ("byline", "Thursday, 4 October 2001 | 11:20"),
        ("dateline", "LIMA:"),
        ("body+", " Ecuador and Peru signed an accord on Wednesday on mines along their border."),
        ("body", "“This closes a chapter,” Peruvian Foreign Minister Diego Salas said."),
        ("credit+", "—AFP"),
        ("byline", "Published in The Southern Mirror, October 4th, 2001"),
        ("byline", "Last Updated: October 4, 2001"),
    ],
    "notices in other languages": [
        ("title", "Cuba and Jamaica sign a fishing agreement"),
        ("navigation", "Visualizaciones: 77"),
        ("body", "Cuba and Jamaica signed an agreement on fishing rights in Kingston on Friday."),
        ("body", "The agreement will be valid for ten years."),
        ("comment", "Deja un comentario"),
        ("notice", "Este sitio utiliza cookies propias y de terceros para mejorar su experiencia."),
    ],
    "subheading, list, sentence broken in two": [
        ("title", "What the Danube states agreed in Vienna"),
        ("body", "Ten states on the Danube agreed in Vienna on Monday on rules for shipping."),
        ("other", "The points"),
        ("body", "They agreed:"),
        ("body", "- to dredge the river below Budapest every spring"),
        ("body", "- to share the costs"),
        ("body", "The rules will enter into force in a year."),
    ],
    "pieces glued to the end of a paragraph": [
        ("title", "Fiji invites island leaders to a summit"),
        ("body", "Fiji has invited the leaders of nine island states to a summit on fisheries."),
        ("body", "The summit will be held in Suva in May."),
        ("navigation+", "Back to top"),
    ],
}


def written(layout: Layout) -> tuple[str, list[tuple[str, str]]]:
    """The text of a layout, and the segments it must give as pairs of kind and text."""
    text, expected = "", []
    for kind, piece in layout:
        follows = kind.endswith("+")
        text += ("" if follows or not text else "\n\n") + piece
        expected.append((kind.rstrip("+"), piece.strip()))
    return text, expected
