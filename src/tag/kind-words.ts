const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean))

/** Last words of the names of businesses, papers, agencies and clubs: no person or place is called so. */
export const BUSINESS_ENDS = words(`
Inc Inc. INC Corp Corp. CORP Ltd Ltd. LTD Plc PLC LLC LLP GmbH Oyj ASA SpA Co Co.
Agency Airlines Airways Associates Association Automotive Aviation Bancorp Bank Biotech Biosciences Brands Breweries Brewery
Band Builders Cement Chemicals Commission Committee Communications Company Computers Corporation Council Dairies Dairy Dynamics
Electronics Energy Engineering Enterprises Entertainment Federation Ferries Financial Foods Foundation Furniture Games Grid
Group Holding Holdings Hospital Hotels Hydro Industries Institute Instruments Insurance Interactive International Investments
Labs Laboratories Lines Logistics Machines Media Metals Ministry Mobile Motors Mutual Networks Optics Partners Petroleum Pharma
Pharmaceuticals Pharmacy Pictures Plastics Polytechnic Power Press Products Productions Properties Publishing Rail Railways
Records Resorts Resources Restaurants Retail Robotics Salmon Seafood Securities Semiconductor Semiconductors Shipping Software
Solutions Steel Stores Studios Supermarkets Systems Technologies Technology Telecom Telecommunications Textiles Tobacco Toys
Transport University Utilities Ventures Wireless Works
Argus Bulletin Chronicle Courier Dispatch Echo Examiner Gazette Globe Herald Inquirer Journal Ledger Mail Mirror Monitor News
Newspapers Observer Orchestra Ensemble Choir Quartet Trio Packet Post Register Reporter Review Sentinel Standard Star Sun Telegraph Times Tribune Wire Weekly
Academicals Albion Athletic Dynamo Dynamos FC F.C. AFC CF SC SV BK IF FK SK Harriers Hotspur Lokomotiv Mariners Olympique Orient
Rangers Rovers Spartak Sporting Thistle United Wanderers
`)

/** Last words of the names of streets and of parts of the land that are no one's surname there. */
export const GROUND_ENDS = words(`
Airport Alley Ave Ave. Avenue Basin Bay Beach Blvd Blvd. Boulevard Canal Canyon Castle Cathedral Coast Complex Cove Creek Crescent Desert Dock Docks
Drive Falls Fjord Forest Glacier Gulf Harbor Harbour Heights Hills Island Islands Isle Junction Lake Lane Marsh Mountain Mountains
Peninsula Plateau Quay Rd Rd. Reef Reservoir River Road Row Sea Shore Springs Square Strait Street Terrace Tower Towers Valley Village
`)

/** What an office is of, in "Minister of Fisheries" and "Secretary of State". */
export const OFFICE_WORDS = words(`
Affairs Agriculture Aviation Budget Business Commerce Communications Culture Defence Defense Development Economy Education Electricity
Employment Energy Environment Finance Fisheries Foreign Forestry Health Home Homeland Housing Immigration Industry Information
Infrastructure Innovation Interior Internal Justice Labor Labour Land Migration Mines Natural Oil Petroleum Planning Police Public
Religious Resources Rural Science Security Social Sport Sports State Staff Technology Tourism Trade Transport Transportation
Treasury Veterans War Water Welfare Women Works Youth and
`)

/** Of these ends the ones that are surnames as well: behind a first name they are one. */
export const SURNAMES_TOO = words(
  'Castle Forest Hills Lane Lake Marsh Post Power Row Sea Shore Springs Star Steel Street Valley Works',
)

/** Those who believe, and peoples without a country of their name: no person of that name, and no place. */
export const BELIEVERS = words(`
Aboriginal Aborigine Aborigines Arab Arabs Basque Basques Berber Berbers Chechen Chechens Gypsies Gypsy Hutu Hutus Ibo Inuit Kashmiri
Kashmiris Kurd Kurdish Kurds Maori Maoris Pashtun Pashtuns Sinhalese Sami Tamil Tamils Tatar Tatars Tibetan Tibetans Tutsi Tutsis
Uighur Uighurs Uyghur Uyghurs Yoruba Zulu Zulus
Buddhist Buddhists Catholic Catholics Christian Christians Hindu Hindus Islamic Islamist Islamists Jew Jewish Jews Mormon Mormons
Muslim Muslims Orthodox Protestant Protestants Shia Shiite Shiites Sikh Sikhs Sunni Sunnis
`)
