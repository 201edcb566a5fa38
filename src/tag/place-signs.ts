/**
 * What speaks of a country without being a place in it, by general knowledge: `country = phrases`, words as they are written.
 * Sources: the bodies' own names; ISO 4217 for money; ISO 20275 for legal forms of companies; the exchanges' own names.
 */

/** Public bodies, exchanges and laws of one country: one is enough. */
export const BODIES = `
United States=Securities and Exchange Commission,securities and exchange commission,SEC,New York Stock Exchange,NYSE,American Stock Exchange,NASDAQ,Nasdaq,Chapter 11,Comptroller of the Currency,Federal Deposit Insurance Corp,FDIC,Federal Reserve,Federal Reserve Board,Fannie Mae,Freddie Mac,Agriculture Department,Department of Agriculture,USDA,Commerce Department,Justice Department,Treasury Department,State Department,Defense Department,Labor Department,Energy Department,Interior Department,Transportation Department,Department of Defense,Department of Justice,Department of State,Department of Energy,Department of Commerce,Department of Transportation,Food and Drug Administration,FDA,Federal Trade Commission,FTC,Federal Communications Commission,FCC,Environmental Protection Agency,Federal Aviation Administration,FAA,Internal Revenue Service,IRS,Commodity Credit Corporation,House of Representatives,White House,Pentagon,Capitol Hill,Ways and Means,FBI,CIA,Medicaid
United Kingdom=House of Commons,House of Lords,Bank of England,London Stock Exchange,Scotland Yard,Whitehall,Downing Street,HM Treasury
Germany=Bundesbank,Bundestag,Bundesrat,Frankfurt Stock Exchange
France=Bank of France,Banque de France,Paris Bourse
Japan=Bank of Japan,Tokyo Stock Exchange,MITI,Ministry of International Trade and Industry,Nikkei
Canada=Bank of Canada,Toronto Stock Exchange,TSX,Vancouver Stock Exchange,Montreal Exchange
Switzerland=Swiss National Bank,Zurich Stock Exchange
Italy=Bank of Italy,Consob,Milan Bourse
Australia=Reserve Bank of Australia,Australian Stock Exchange,ASX
India=Reserve Bank of India,Bombay Stock Exchange,Lok Sabha,Rajya Sabha
Russia=Kremlin,State Duma
Israel=Knesset
Spain=Bank of Spain
Netherlands=Nederlandsche Bank
`

/** Money of one country alone: used as a price in it, though not proof of a place: two are. */
export const MONEY = `
United Kingdom=pence,stg,sterling
Japan=yen
Italy=lire
Germany=deutschmarks
Netherlands=guilders
Spain=pesetas
Portugal=escudos
Greece=drachmas
Israel=shekels
Thailand=baht
Malaysia=ringgit
Indonesia=rupiah
South Africa=rand
Nigeria=naira
Poland=zlotys,zloty
Hungary=forints,forint
Russia=rubles,roubles
China=yuan,renminbi
Brazil=cruzados,reais
Turkey=lira
Ukraine=hryvnia
`

/** Forms that companies of one country have: they tell where a text is that tells nothing else. */
export const FORMS = `
United States=Inc,Inc.,INC,Incorporated,Corp,Corp.,CORP,Corporation
United Kingdom=Plc,PLC,plc
Germany=GmbH,AG
Italy=SpA,S.p.A.
Netherlands=BV,B.V.
Malaysia=Bhd
Finland=Oyj,Oy
Norway=ASA
Sweden=AB
Australia=Pty
`

/**
 * Ends of the codes that a wire puts in brackets behind a listed company ("<VOLE.L>"), by exchange; a code without an end is of New York.
 * The ends of New York's exchanges are left out: who writes them writes of a company from elsewhere.
 */
export const EXCHANGE_ENDS = new Map(
  Object.entries({
    '': 'United States',
    L: 'United Kingdom',
    F: 'Germany',
    DE: 'Germany',
    PA: 'France',
    T: 'Japan',
    TO: 'Canada',
    Z: 'Switzerland',
    MI: 'Italy',
    AS: 'Netherlands',
    ST: 'Sweden',
    HK: 'Hong Kong',
    AX: 'Australia',
  }),
)

/** States and provinces as news shortens them behind a town. */
export const STATE_ENDS = `
United States=Ala.,Ariz.,Ark.,Calif.,Colo.,Conn.,Del.,Fla.,Ga.,Ill.,Ind.,Kan.,Kans.,Ky.,La.,Md.,Mass.,Mich.,Minn.,Miss.,Mo.,Mont.,Neb.,Nev.,N.H.,N.J.,N.M.,N.Y.,N.C.,N.D.,Okla.,Ore.,Pa.,R.I.,S.C.,S.D.,Tenn.,Tex.,Vt.,Va.,Wash.,W.Va.,Wis.,Wyo.,D.C.,Calif,Conn,Fla,Mich,Minn,Tenn,Wis,Ariz,Colo,Okla
Canada=Ont.,Que.,B.C.,Alta.,Sask.,Man.,N.S.,N.B.,P.E.I.,Ont,Alta
`
