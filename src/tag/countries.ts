/**
 * Countries and territories as English news names them: `name = other names = demonyms`.
 * Names and aliases lead to one tag; demonyms never make a mention, they only tell how telling a place is.
 */
export const COUNTRIES = `
Afghanistan==Afghan,Afghans
Albania==Albanian,Albanians
Algeria==Algerian,Algerians
Andorra==Andorran
Angola==Angolan,Angolans
Argentina=Argentine Republic=Argentine,Argentines,Argentinian,Argentinean
Armenia==Armenian,Armenians
Aruba==Aruban
Australia==Australian,Australians,Aussie
Austria==Austrian,Austrians
Azerbaijan==Azerbaijani,Azerbaijanis,Azeri,Azeris
Bahamas=The Bahamas=Bahamian
Bahrain==Bahraini,Bahrainis
Bangladesh==Bangladeshi,Bangladeshis
Barbados==Barbadian
Belarus=Byelorussia=Belarusian,Belarusians,Belarussian,Belarussians
Belgium==Belgian,Belgians
Belize==Belizean
Benin==Beninese
Bermuda==Bermudian
Bhutan==Bhutanese
Bolivia==Bolivian,Bolivians
Bosnia and Herzegovina=Bosnia,Bosnia-Herzegovina,Bosnia-Hercegovina=Bosnian,Bosnians
Botswana==Botswanan
Brazil==Brazilian,Brazilians
Brunei==Bruneian
Bulgaria==Bulgarian,Bulgarians
Burkina Faso==Burkinabe
Burundi==Burundian,Burundians
Cambodia=Kampuchea=Cambodian,Cambodians
Cameroon==Cameroonian,Cameroonians
Canada==Canadian,Canadians
Cape Verde=Cabo Verde=Cape Verdean
Central African Republic==
Chad==Chadian
Chile==Chilean,Chileans
China=People's Republic of China,P.R.C.,Mainland China=Chinese
Colombia==Colombian,Colombians
Comoros==Comorian
Republic of the Congo=Congo Republic,Congo-Brazzaville=
Democratic Republic of the Congo=Democratic Republic of Congo,DR Congo,DRC,D.R.C.,Congo,Zaire,Congo-Kinshasa=Congolese,Zairean,Zairian
Costa Rica==Costa Rican,Costa Ricans
Ivory Coast=Cote d'Ivoire,Côte d'Ivoire=Ivorian,Ivorians
Croatia==Croatian,Croatians,Croat,Croats
Cuba==Cuban,Cubans
Curacao=Curaçao=
Cyprus==Cypriot,Cypriots
Czech Republic=Czechia=Czech,Czechs
Czechoslovakia==Czechoslovak
Denmark==Danish,Dane,Danes
Djibouti==Djiboutian
Dominica==
Dominican Republic==Dominican,Dominicans
East Timor=Timor-Leste,Timor Leste=Timorese
Ecuador==Ecuadorian,Ecuadorean,Ecuadoreans
Egypt==Egyptian,Egyptians
El Salvador==Salvadoran,Salvadorans,Salvadorean
Equatorial Guinea==
Eritrea==Eritrean,Eritreans
Estonia==Estonian,Estonians
Eswatini=Swaziland=Swazi
Ethiopia==Ethiopian,Ethiopians
Faroe Islands==Faroese
Fiji==Fijian,Fijians
Finland==Finnish,Finn,Finns
France==French,Frenchman,Frenchmen
French Guiana==
Gabon==Gabonese
Gambia=The Gambia=Gambian
Georgia==Georgian,Georgians
Germany=Federal Republic of Germany=German,Germans
West Germany==West German
East Germany=GDR=East German
Ghana==Ghanaian,Ghanaians
Gibraltar==Gibraltarian
Greece==Greek,Greeks
Greenland==Greenlandic,Greenlander
Grenada==Grenadian
Guadeloupe==
Guam==
Guatemala==Guatemalan,Guatemalans
Guinea==Guinean
Guinea-Bissau==
Guyana==Guyanese
Haiti==Haitian,Haitians
Honduras==Honduran,Hondurans
Hong Kong==
Hungary==Hungarian,Hungarians
Iceland==Icelandic,Icelander,Icelanders
India==Indian,Indians
Indonesia==Indonesian,Indonesians
Iran=Islamic Republic of Iran,Persia=Iranian,Iranians
Iraq==Iraqi,Iraqis
Ireland=Republic of Ireland=Irish,Irishman
Israel==Israeli,Israelis
Italy==Italian,Italians
Jamaica==Jamaican,Jamaicans
Japan==Japanese
Jordan==Jordanian,Jordanians
Kazakhstan==Kazakh,Kazakhs,Kazakhstani
Kenya==Kenyan,Kenyans
Kiribati==
Kosovo==Kosovan,Kosovar,Kosovars
Kuwait==Kuwaiti,Kuwaitis
Kyrgyzstan=Kyrgyz Republic,Kirghizstan=Kyrgyz
Laos==Laotian,Lao
Latvia==Latvian,Latvians
Lebanon==Lebanese
Lesotho==Basotho
Liberia==Liberian,Liberians
Libya==Libyan,Libyans
Liechtenstein==
Lithuania==Lithuanian,Lithuanians
Luxembourg==Luxembourgish
Macau=Macao=
North Macedonia=Macedonia=Macedonian,Macedonians
Madagascar==Malagasy
Malawi==Malawian
Malaysia==Malaysian,Malaysians
Maldives==Maldivian
Mali==Malian,Malians
Malta==Maltese
Marshall Islands==Marshallese
Martinique==
Mauritania==Mauritanian
Mauritius==Mauritian
Mexico==Mexican,Mexicans
Micronesia==Micronesian
Moldova=Moldavia=Moldovan,Moldovans
Monaco==Monegasque
Mongolia==Mongolian,Mongolians
Montenegro==Montenegrin,Montenegrins
Morocco==Moroccan,Moroccans
Mozambique==Mozambican
Myanmar=Burma=Burmese
Namibia==Namibian,Namibians
Nauru==Nauruan
Nepal==Nepali,Nepalese
Netherlands=The Netherlands,Holland=Dutch,Dutchman,Dutchmen
New Caledonia==
New Zealand=NZ,N.Z.,Aotearoa=New Zealander,New Zealanders,Kiwi
Nicaragua==Nicaraguan,Nicaraguans
Niger==Nigerien
Nigeria==Nigerian,Nigerians
North Korea=Democratic People's Republic of Korea,DPRK,D.P.R.K.,N. Korea,N.Korea=North Korean,North Koreans
Norway==Norwegian,Norwegians
Oman==Omani,Omanis
Pakistan==Pakistani,Pakistanis
Palau==Palauan
Palestine=State of Palestine,Palestinian Territories,Palestinian territories=Palestinian,Palestinians
Panama==Panamanian,Panamanians
Papua New Guinea=PNG=
Paraguay==Paraguayan,Paraguayans
Peru==Peruvian,Peruvians
Philippines=The Philippines=Filipino,Filipinos,Philippine
Poland==Polish,Pole,Poles
Portugal==Portuguese
Puerto Rico==Puerto Rican,Puerto Ricans
Qatar==Qatari,Qataris
Romania==Romanian,Romanians
Russia=Russian Federation=Russian,Russians
Rwanda==Rwandan,Rwandans
Saint Lucia=St. Lucia=
Samoa=Western Samoa=Samoan,Samoans
San Marino==
Saudi Arabia=Kingdom of Saudi Arabia=Saudi,Saudis
Scotland==Scottish,Scot,Scots
England==English,Englishman
Wales==Welsh
Northern Ireland=Ulster=
Senegal==Senegalese
Serbia==Serbian,Serbians,Serb,Serbs
Seychelles==
Sierra Leone==Sierra Leonean
Singapore==Singaporean,Singaporeans
Slovakia=Slovak Republic=Slovak,Slovaks,Slovakian
Slovenia==Slovenian,Slovenians,Slovene
Solomon Islands==
Somalia==Somali,Somalis
Somaliland==
South Africa==South African,South Africans
South Korea=Republic of Korea,ROK,S. Korea,S.Korea=South Korean,South Koreans,Korean,Koreans
South Sudan==South Sudanese
Soviet Union=USSR,U.S.S.R.=Soviet,Soviets
Spain==Spanish,Spaniard,Spaniards
Sri Lanka==Sri Lankan,Sri Lankans
Sudan==Sudanese
Suriname=Surinam=Surinamese
Sweden==Swedish,Swede,Swedes
Switzerland==Swiss
Syria=Syrian Arab Republic=Syrian,Syrians
Taiwan=Chinese Taipei=Taiwanese
Tajikistan==Tajik,Tajiks
Tanzania==Tanzanian,Tanzanians
Thailand==Thai,Thais
Togo==Togolese
Tonga==Tongan,Tongans
Trinidad and Tobago=Trinidad=Trinidadian
Tunisia==Tunisian,Tunisians
Turkey=Türkiye,Turkiye=Turkish,Turk,Turks
Turkmenistan==Turkmen
Tuvalu==
Uganda==Ugandan,Ugandans
Ukraine=The Ukraine=Ukrainian,Ukrainians
United Arab Emirates=UAE,U.A.E.=Emirati,Emiratis
United Kingdom=UK,U.K.,Britain,Great Britain=British,Briton,Britons,Brit,Brits
United States=US,U.S.,USA,U.S.A.,United States of America,U.S,America=American,Americans
Uruguay==Uruguayan,Uruguayans
Uzbekistan==Uzbek,Uzbeks
Vanuatu==
Vatican City=Vatican,Holy See,The Vatican=
Venezuela==Venezuelan,Venezuelans
Vietnam=Viet Nam=Vietnamese
Western Sahara==Sahrawi
Yemen==Yemeni,Yemenis
Yugoslavia==Yugoslav,Yugoslavs,Yugoslavian
Zambia==Zambian,Zambians
Zimbabwe==Zimbabwean,Zimbabweans
`
