/** Subjects of the news: `name = phrases`, in lower case, English; a name is a phrase of its own. */
export const TOPICS = `
Artificial intelligence=ai model,ai models,generative ai,machine learning,chatbot,chatbots
Climate change=global warming,climate crisis,greenhouse gas,greenhouse gases,carbon emissions
Nuclear weapons=nuclear weapon,nuclear program,nuclear programme,nuclear ambitions,nuclear missile,nuclear arsenal,atomic bomb
Arms control=arms deal,arms sales,weapons transfer,weapons transfers
Sanctions=economic sanctions,international sanctions
Inflation=consumer prices,cost of living
Interest rates=interest rate,rate hike,rate hikes,rate cut,rate cuts
Unemployment=jobless rate,jobless claims
Trade=tariffs,tariff,trade war,free trade,trade deficit
Housing=housing market,home prices,house prices,mortgage rates
Oil=crude oil,oil prices,oil price
Natural gas=gas pipeline,liquefied natural gas
Renewable energy=solar power,wind power,clean energy
Nuclear power=nuclear plant,nuclear reactor,nuclear reactors,nuclear power plant
Electric vehicles=electric vehicle,electric car,electric cars
Cryptocurrency=bitcoin,cryptocurrencies,crypto
Cybersecurity=cyberattack,cyberattacks,cyber attack,ransomware,data breach
Privacy=data protection
Social media=social network,social networks
Space exploration=spacecraft,space station,spy satellite,space launch
Immigration=migrants,asylum seekers,illegal immigration,undocumented immigrants
Refugees=refugee,refugee camp
Abortion=abortion rights,abortion ban
Gun violence=mass shooting,school shooting,gun control
Death penalty=capital punishment
Drug trafficking=drug cartel,drug cartels,drug smuggling
Corruption=bribery,bribes
Human rights=human rights abuses
Terrorism=terrorist attack,suicide bombing,suicide bomber
Elections=presidential election,general election,parliamentary election,midterm elections
Vaccines=vaccine,vaccination,vaccinations
Coronavirus=covid-19,covid,pandemic
Cancer=breast cancer,lung cancer,prostate cancer,cancer treatment
Mental health=depression,suicide prevention
Obesity=weight loss drug,weight loss drugs
Health care=health insurance,healthcare
Education=public schools,higher education
Wildfires=wildfire,forest fire,bushfire,bushfires
Floods=flooding,flash flood,flash floods
Earthquakes=earthquake,aftershock,aftershocks
Hurricanes=hurricane,tropical storm,typhoon
Drought=droughts,water shortage
Aviation=plane crash,air traffic
Railways=high-speed rail,train derailment
Agriculture=farmers,crop prices
Wildlife=endangered species,biodiversity
Strikes=labor strike,strike action,walkout
Bankruptcy=chapter 11
Mergers and acquisitions=takeover bid,hostile takeover
Doping=performance-enhancing drugs
`
/** Last words of an event's name: "Vietnam War", "Asian Cup". */
export const EVENT_ENDS = new Set(
  'Cup Championship Championships Olympics Games Bowl War Wars Revolution Uprising Festival Marathon Prix Masters Open Summit Tournament Playoffs Earthquake Election Elections Massacre Genocide Holocaust Crisis Awards Oscars Grammys Emmys Biennale Expo Referendum'.split(
    ' ',
  ),
)
/** First words of an event's name: "Hurricane Ida". */
export const EVENT_STARTS = new Set('Hurricane Typhoon Cyclone Storm Operation'.split(' '))
/** Words near a quotation that say it is the name of a work. */
export const WORK_CUES = new Set(
  'film films movie movies novel novels book books memoir album albums single song songs track series sitcom drama musical play opera show painting documentary podcast game titled entitled called'.split(
    ' ',
  ),
)
