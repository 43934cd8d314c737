"""Who holds which office, in sentences of our own about invented people of the whole world, read by
the reader itself. An office is `title|body|country|flag`, empty where the sentence tells nothing;
the flag is F for a former office and A for one held for the time being. Offices are parted by `;`.
"""

from __future__ import annotations

import pytest

from tests.extraction.whole import told

BEFORE_THE_NAME = [
    (
        "Kenyan Foreign Minister Peter Odhiambo arrived on Monday.",
        "Peter Odhiambo",
        "Foreign Minister||KEN|",
    ),
    (
        "US Secretary of State Harold Bright called his counterpart.",
        "Harold Bright",
        "Secretary of State||USA|",
    ),
    ("Ghana's President Kwabena Ofosu spoke in Accra.", "Kwabena Ofosu", "President||GHA|"),
    (
        "Chadian interim President Idriss Moussa took part.",
        "Idriss Moussa",
        "interim President||TCD|A",
    ),
    (
        "Acting Bolivian Foreign Minister Marta Rojas resigned.",
        "Marta Rojas",
        "Acting Foreign Minister||BOL|A",
    ),
    (
        "Caretaker Prime Minister Samir Haddad of Lebanon warned of delays.",
        "Samir Haddad",
        "Caretaker Prime Minister||LBN|A",
    ),
    ("Former Peruvian president Luis Quispe was arrested.", "Luis Quispe", "president||PER|F"),
    (
        "Then-Defence Minister Anil Deshmukh of India signed the pact.",
        "Anil Deshmukh",
        "Defence Minister||IND|F",
    ),
    (
        "President-elect Ana Valverde of Costa Rica will visit Panama.",
        "Ana Valverde",
        "President-elect||CRI|",
    ),
    (
        "Prime Minister-designate Jonas Petraitis of Lithuania met the king.",
        "Jonas Petraitis",
        "Prime Minister-designate||LTU|",
    ),
    (
        "Outgoing Slovak President Zdena Kovacova thanked the army.",
        "Zdena Kovacova",
        "President||SVK|",
    ),
    (
        "Saudi Crown Prince Faisal bin Nasser hosted the talks.",
        "Faisal bin Nasser",
        "Crown Prince||SAU|",
    ),
    ("Qatari Emir Sheikh Khalid bin Jassim received the envoy.", "Khalid bin Jassim", "Emir||QAT|"),
    ("King Felix of Norway opened the session.", "Felix", "King||NOR|"),
    (
        "Thai army chief General Somchai Boonrat denied the report.",
        "Somchai Boonrat",
        "army chief||THA|",
    ),
    (
        "Nigerian Chief of Defence Staff General Musa Bello visited Niamey.",
        "Musa Bello",
        "Chief of Defence Staff||NGA|",
    ),
    (
        "Japanese Chief Cabinet Secretary Kenji Morita told reporters.",
        "Kenji Morita",
        "Chief Cabinet Secretary||JPN|",
    ),
    (
        "South Korean Unification Minister Park Ji-hoon offered talks.",
        "Park Ji-hoon",
        "Unification Minister||KOR|",
    ),
    ("Chinese Vice Premier Wang Haoran flew to Geneva.", "Wang Haoran", "Vice Premier||CHN|"),
    (
        "Vietnamese Deputy Foreign Minister Tran Van Long chaired it.",
        "Tran Van Long",
        "Deputy Foreign Minister||VNM|",
    ),
    (
        "Papua New Guinea's Prime Minister John Kaupa landed in Suva.",
        "John Kaupa",
        "Prime Minister||PNG|",
    ),
    (
        "UN Secretary-General Maria Lindqvist condemned the attack.",
        "Maria Lindqvist",
        "Secretary-General|UN||",
    ),
    (
        "UN Special Envoy for Yemen Lars Holm briefed the council.",
        "Lars Holm",
        "Special Envoy for Yemen|UN||",
    ),
    (
        "European Commission President Helga Brandt welcomed the vote.",
        "Helga Brandt",
        "President|European Commission||",
    ),
    (
        "European Council President Luc Moreau invited the leaders.",
        "Luc Moreau",
        "President|European Council||",
    ),
    (
        "EU foreign policy chief Paolo Ricci regretted the move.",
        "Paolo Ricci",
        "foreign policy chief|EU||",
    ),
    (
        "NATO Secretary General Pieter de Vries visited Tallinn.",
        "Pieter de Vries",
        "Secretary General|NATO||",
    ),
    (
        "IAEA Director General Carlos Menotti returned from Tehran.",
        "Carlos Menotti",
        "Director General|IAEA||",
    ),
    (
        "African Union Commission Chairperson Fatou Sarr called for calm.",
        "Fatou Sarr",
        "Chairperson|African Union Commission||",
    ),
    (
        "Arab League Secretary-General Nabil Shafik spoke first.",
        "Nabil Shafik",
        "Secretary-General|Arab League||",
    ),
    (
        "IMF Managing Director Claire Dumont praised the budget.",
        "Claire Dumont",
        "Managing Director|IMF||",
    ),
    ("World Bank President Alan Crewe visited Lusaka.", "Alan Crewe", "President|World Bank||"),
    (
        "State Department spokesman Ned Parker declined to say.",
        "Ned Parker",
        "spokesman|State Department|USA|",
    ),
    (
        "Kremlin spokesman Oleg Sidorov told reporters on Friday.",
        "Oleg Sidorov",
        "spokesman|Kremlin|RUS|",
    ),
    (
        "White House national security adviser Jane Holloway met him.",
        "Jane Holloway",
        "national security adviser|White House|USA|",
    ),
    (
        "Iranian Foreign Ministry spokesman Reza Karimi dismissed it.",
        "Reza Karimi",
        "spokesman|Foreign Ministry|IRN|",
    ),
    (
        "Taliban spokesman Abdul Wakil said talks would go on.",
        "Abdul Wakil",
        "spokesman|Taliban|AFG|",
    ),
    ("Hezbollah leader Karim Nasser gave a speech.", "Karim Nasser", "leader|Hezbollah|LBN|"),
    ("FARC commander Pablo Herrera handed in his rifle.", "Pablo Herrera", "commander|FARC|COL|"),
    ("Knesset Speaker Avi Ben-Tov opened the debate.", "Avi Ben-Tov", "Speaker|Knesset|ISR|"),
    ("Lok Sabha Speaker Meera Nair adjourned the House.", "Meera Nair", "Speaker|Lok Sabha|IND|"),
    (
        "Opposition leader Tendai Moyo rejected the count in Zimbabwe.",
        "Tendai Moyo",
        "Opposition leader|||",
    ),
    (
        "Democratic Unionist Party leader Ian McCausland refused.",
        "Ian McCausland",
        "leader|Democratic Unionist Party|GBR|",
    ),
    ("Co-chair Ruth Adeyemi of the peace commission read the text.", "Ruth Adeyemi", "Co-chair|||"),
    (
        "Israeli Prime Minister and Defence Minister Dan Regev met him.",
        "Dan Regev",
        "Prime Minister||ISR|;Defence Minister||ISR|",
    ),
    (
        "President and Supreme Commander Issoufou Garba saluted the troops of Niger.",
        "Issoufou Garba",
        "President|||;Supreme Commander|||",
    ),
    (
        "Prime Minister/Foreign Minister Hamdan Al Kaabi of Qatar met him.",
        "Hamdan Al Kaabi",
        "Prime Minister||QAT|;Foreign Minister||QAT|",
    ),
    (
        "Foreign Minister Prince Turki of Saudi Arabia left the hall.",
        "Turki",
        "Foreign Minister||SAU|",
    ),
    (
        "Vatican Secretary of State Cardinal Marco Bellini said mass.",
        "Marco Bellini",
        "Secretary of State||VAT|",
    ),
    ("His Holiness Pope Clement received the pilgrims.", "Clement", "Pope||VAT|"),
    ("Prime Minister Holland of New Zealand sent a letter.", "Holland", "Prime Minister||NZL|"),
    (
        "Prime Minister Johan den Hartog of the Netherlands spoke.",
        "Johan den Hartog",
        "Prime Minister||NLD|",
    ),
    (
        "President Adam Nowak and Prime Minister Jan Zielinski of Poland flew to Kyiv.",
        "Adam Nowak",
        "President||POL|",
    ),
    (
        "German Chancellor Ute Vogel and French President Marc Dubois agreed.",
        "Marc Dubois",
        "President||FRA|",
    ),
    (
        "Former Malaysian Prime Minister Tun Rahman Idris criticised it.",
        "Rahman Idris",
        "Prime Minister||MYS|F",
    ),
    (
        "Iraqi Grand Ayatollah Hadi al-Amiri urged restraint.",
        "Hadi al-Amiri",
        "Grand Ayatollah||IRQ|",
    ),
    (
        "Russian Security Council Secretary Boris Yegorov met him.",
        "Boris Yegorov",
        "Secretary|Security Council|RUS|",
    ),
    (
        "Venezuelan Communications Minister Jorge Ortega tweeted the news.",
        "Jorge Ortega",
        "Communications Minister||VEN|",
    ),
    (
        "Mauritanian Minister of Foreign Affairs and Cooperation Sidi Ould Ahmed left.",
        "Sidi Ould Ahmed",
        "Minister of Foreign Affairs and Cooperation||MRT|",
    ),
    (
        "Central Bank Governor Ayse Demir raised rates in Ankara.",
        "Ayse Demir",
        "Governor|Central Bank||",
    ),
]

AFTER_THE_NAME = [
    (
        "Amina Juma, the foreign minister of Tanzania, opened the talks.",
        "Amina Juma",
        "foreign minister||TZA|",
    ),
    (
        "Boris Yegorov, head of Russia's Security Council, was present.",
        "Boris Yegorov",
        "head|Security Council|RUS|",
    ),
    (
        "Ali Rezaei, secretary of Iran's Supreme National Security Council, left.",
        "Ali Rezaei",
        "secretary|Supreme National Security Council|IRN|",
    ),
    (
        "Yousef Hamdan, a former prime minister of Jordan, will mediate.",
        "Yousef Hamdan",
        "prime minister||JOR|F",
    ),
    (
        "Marco Silva, Brazil's ambassador to the United Nations, voted no.",
        "Marco Silva",
        "ambassador to the United Nations||BRA|",
    ),
    (
        "Ingrid Dahl, the UN special envoy for Syria, flew to Damascus.",
        "Ingrid Dahl",
        "special envoy for Syria|UN||",
    ),
    (
        "Laila Othman, spokesperson for the Egyptian presidency, denied it.",
        "Laila Othman",
        "spokesperson|presidency|EGY|",
    ),
    (
        "Jean Mbeki, who heads the African Union mission, warned them.",
        "Jean Mbeki",
        "head|African Union mission||",
    ),
    (
        "Viktor Hrytsenko, who leads the Security Service of Ukraine, resigned.",
        "Viktor Hrytsenko",
        "leader|Security Service of Ukraine|UKR|",
    ),
    (
        "Daw Thiri Aung (the foreign minister of Myanmar) did not come.",
        "Thiri Aung",
        "foreign minister||MMR|",
    ),
    (
        "Omar Said, now an adviser to the president of Sudan, disagreed.",
        "Omar Said",
        "adviser to the president of Sudan||SDN|",
    ),
    (
        "Pedro Lima, then the defence minister of Portugal, signed it.",
        "Pedro Lima",
        "defence minister||PRT|F",
    ),
    (
        "Nana Owusu, president of Ghana and chairman of ECOWAS, spoke.",
        "Nana Owusu",
        "president||GHA|;chairman|ECOWAS||",
    ),
    (
        "Tomas Ruiz, 61, the interim president of Guatemala, stepped down.",
        "Tomas Ruiz",
        "interim president||GTM|A",
    ),
    (
        "Hana Novak, deputy prime minister and minister of finance of Slovenia, agreed.",
        "Hana Novak",
        "deputy prime minister||SVN|;minister of finance||SVN|",
    ),
    (
        "Sheikh Tamer al-Sabah, the emir of Kuwait, congratulated him.",
        "Tamer al-Sabah",
        "emir||KWT|",
    ),
    (
        "General Kofi Asante, chief of staff of the Ghanaian army, saluted.",
        "Kofi Asante",
        "chief of staff|army|GHA|",
    ),
    (
        "Bishop Raul Mendez, president of the Bolivian Episcopal Conference, prayed.",
        "Raul Mendez",
        "president|Episcopal Conference|BOL|",
    ),
    (
        "Elena Popa, co-chair of the OSCE Minsk Group, flew to Baku.",
        "Elena Popa",
        "co-chair|OSCE Minsk Group||",
    ),
    (
        "Farid Nazari, the Taliban's chief negotiator, arrived in Doha.",
        "Farid Nazari",
        "chief negotiator|Taliban|AFG|",
    ),
    (
        "Grace Banda, the speaker of Malawi's National Assembly, adjourned.",
        "Grace Banda",
        "speaker|National Assembly|MWI|",
    ),
    (
        "Miguel Torres, chief executive of Petrobras, was dismissed.",
        "Miguel Torres",
        "chief executive|Petrobras|BRA|",
    ),
    (
        "Samuel Tuivaga, secretary-general of the Pacific Islands Forum, agreed.",
        "Samuel Tuivaga",
        "secretary-general|Pacific Islands Forum||",
    ),
    (
        "Karim Aziz, a spokesman for the Houthi movement, said no.",
        "Karim Aziz",
        "spokesman|Houthi movement|YEM|",
    ),
    (
        "Leonid Petrov, first deputy head of the Presidential Administration of Belarus, met them.",
        "Leonid Petrov",
        "first deputy head|Presidential Administration|BLR|",
    ),
    (
        "Dilma Souza, the Brazilian central bank governor, cut rates.",
        "Dilma Souza",
        "governor|central bank|BRA|",
    ),
    (
        "Ahmed Warsame, the exiled former vice president of Somalia, returned.",
        "Ahmed Warsame",
        "vice president||SOM|F",
    ),
    (
        "Chen Jianguo, vice-chairman of China's Central Military Commission, visited.",
        "Chen Jianguo",
        "vice-chairman|Central Military Commission|CHN|",
    ),
    (
        "Emmanuel Kalou, chairman of the Ivorian opposition party, protested.",
        "Emmanuel Kalou",
        "chairman|opposition party|CIV|",
    ),
    (
        "Lord Ashdale, the Commonwealth secretary-general, agreed.",
        "Lord Ashdale",
        "secretary-general|Commonwealth||",
    ),
]

IN_A_SENTENCE = [
    (
        "Rosa Jimenez was elected president of Honduras on Sunday.",
        "Rosa Jimenez",
        "president||HND|",
    ),
    (
        "Parliament appointed Milan Horvat as prime minister of Croatia.",
        "Milan Horvat",
        "prime minister||HRV|",
    ),
    (
        "Kwame Boateng was sworn in as Ghana's president on Tuesday.",
        "Kwame Boateng",
        "president||GHA|",
    ),
    (
        "The king named Hassan Alaoui prime minister of Morocco.",
        "Hassan Alaoui",
        "prime minister||MAR|",
    ),
    (
        "Nur Hidayah was named foreign minister of Malaysia.",
        "Nur Hidayah",
        "foreign minister||MYS|",
    ),
    (
        "Pavel Novotny resigned as defence minister of the Czech Republic.",
        "Pavel Novotny",
        "defence minister||CZE|F",
    ),
    (
        "Olga Marin stepped down as president of Moldova last week.",
        "Olga Marin",
        "president||MDA|F",
    ),
    (
        "Sunil Perera was dismissed as foreign minister of Sri Lanka.",
        "Sunil Perera",
        "foreign minister||LKA|F",
    ),
    (
        "Erik Lund succeeded Anna Berg as prime minister of Sweden.",
        "Erik Lund",
        "prime minister||SWE|",
    ),
    (
        "Erik Lund succeeded Anna Berg as prime minister of Sweden.",
        "Anna Berg",
        "prime minister||SWE|F",
    ),
    (
        "Erik Lund replaced Anna Berg as the Swedish foreign minister.",
        "Anna Berg",
        "foreign minister||SWE|F",
    ),
    ("Mariam Diallo took over as prime minister of Mali.", "Mariam Diallo", "prime minister||MLI|"),
    (
        "Jorge Paz became the foreign minister of Bolivia in May.",
        "Jorge Paz",
        "foreign minister||BOL|",
    ),
    (
        "Lina Khoury is the Lebanese ambassador to France.",
        "Lina Khoury",
        "ambassador to France||LBN|",
    ),
    (
        "Peter Okoth served as Uganda's foreign minister until 1989.",
        "Peter Okoth",
        "foreign minister||UGA|F",
    ),
    (
        "Ivan Dragov was Bulgaria's prime minister from 1990 to 1992.",
        "Ivan Dragov",
        "prime minister||BGR|F",
    ),
    (
        "The junta appointed General Min Thein as army chief of Myanmar.",
        "Min Thein",
        "army chief||MMR|",
    ),
    ("Sami Nasser took office as president of Tunisia.", "Sami Nasser", "president||TUN|"),
    (
        "Selma Aydin, appointed foreign minister of Turkey on Monday, agreed.",
        "Selma Aydin",
        "foreign minister||TUR|",
    ),
    (
        "Daniel Mwale was ousted as president of Zambia in a coup.",
        "Daniel Mwale",
        "president||ZMB|F",
    ),
    (
        "Ousted as prime minister of Nepal, Bishnu Rai left the country.",
        "Bishnu Rai",
        "prime minister||NPL|F",
    ),
    (
        "The president nominated Karen Holt as ambassador to Japan.",
        "Karen Holt",
        "ambassador to Japan|||",
    ),
    (
        "The Vatican's foreign minister, Archbishop Paul Gallo, visited Minsk.",
        "Paul Gallo",
        "foreign minister||VAT|",
    ),
    ("The rebel leader, Moses Kony, did not sign.", "Moses Kony", "rebel leader|||"),
    ("Acting as president of Peru, Rosa Flores signed the law.", "Rosa Flores", "president||PER|A"),
    (
        "The Philippine defence secretary, Ramon Cruz, toured the island.",
        "Ramon Cruz",
        "defence secretary||PHL|",
    ),
    (
        "Fijian Prime Minister Jone Ratu met Samoan counterpart Sina Leota.",
        "Sina Leota",
        "Prime Minister||WSM|",
    ),
    (
        "The chairman of the Presidency of Bosnia and Herzegovina, Senad Hadzic, spoke.",
        "Senad Hadzic",
        "chairman of the Presidency||BIH|",
    ),
    (
        "The commander of the US Central Command, General Ray Stone, landed.",
        "Ray Stone",
        "commander|US Central Command|USA|",
    ),
    (
        "The commander of KFOR, Italian Major General Franco Riso, spoke.",
        "Franco Riso",
        "commander|KFOR||",
    ),
    (
        "Fiji's prime minister, retired Rear Admiral Jone Ratu, stayed away.",
        "Jone Ratu",
        "prime minister||FJI|",
    ),
    (
        "He met the premier first, then the Speaker, Mohammed Nuri.",
        "Mohammed Nuri",
        "Speaker|||",
    ),
    (
        "Fijian Defence Minister Jone Ratu phoned his Samoan colleague, General Sio Leota.",
        "Sio Leota",
        "Defence Minister||WSM|",
    ),
    (
        "Chile's permanent representative to the UN Office at Geneva, Luis Prat, voted no.",
        "Luis Prat",
        "permanent representative to the UN Office at Geneva||CHL|",
    ),
    (
        "French High Commissioner in New Caledonia Paul Lacour flew to Paris.",
        "Paul Lacour",
        "High Commissioner in New Caledonia||FRA|",
    ),
    (
        "The Permanent Secretary in the Ministry of Works, Selma Shilongo, signed.",
        "Selma Shilongo",
        "Permanent Secretary|Ministry of Works||",
    ),
    (
        "HM King Salman Al Noor of Bahrain received HRH Princess Noor.",
        "Salman Al Noor",
        "King||BHR|",
    ),
    (
        "HH the Deputy Amir Sheikh Khalid Al Noor attended.",
        "Khalid Al Noor",
        "Deputy Amir|||",
    ),
    (
        "Botswana's International Affairs Minister Kabelo Seretse spoke.",
        "Kabelo Seretse",
        "International Affairs Minister||BWA|",
    ),
    ("The director of the Mossad, Yael Stern, was in Doha.", "Yael Stern", "director|Mossad|ISR|"),
]


def flags(office: object) -> str:
    former = "F" if getattr(office, "former", False) else ""
    return former + ("A" if getattr(office, "acting", False) else "")


@pytest.mark.parametrize(
    ("sentence", "name", "offices"), [*BEFORE_THE_NAME, *AFTER_THE_NAME, *IN_A_SENTENCE]
)
def test_an_office_is_read(sentence: str, name: str, offices: str) -> None:
    people = [a for a in told(sentence).actors if a.type == "person"]
    found = [
        f"{o.title}|{o.body or ''}|{o.country or ''}|{flags(o)}"
        for person in people
        if name in {person.name, *person.aliases}
        for o in person.offices
    ]
    assert found or name in {p.name for p in people}, [p.name for p in people]
    assert set(offices.split(";")) <= set(found)
