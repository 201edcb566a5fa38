/**
 * News agencies by the names that newspapers credit, in the languages that credit them; the first name of a row is the one given.
 * A name with "?" is a word, a form or an abbreviation of other things too: it needs a surer sign that it is the agency.
 */
export const AGENCY_NAMES: readonly (readonly string[])[] = [
  ['The Associated Press', 'Associated Press', '?AP', '美联社', '美聯社', 'أسوشيتد برس', 'ＡＰ'],
  ['Reuters', 'Thomson Reuters', 'Рейтер', '路透社', '路透', 'ロイター', 'رويترز'],
  ['Agence France-Presse', 'AFP', 'АФП', 'Франс Пресс', '法新社', 'ＡＦＰ', 'فرانس برس', 'أ ف ب', 'ا ف ب'],
  ['Deutsche Presse-Agentur', 'Deutschen Presse-Agentur', '?dpa', 'DPA', '德新社', 'د ب أ'],
  ['Bloomberg', 'Bloomberg News', 'Bloomberg Television', 'Блумберг', '彭博社', 'ブルームバーグ', 'بلومبرغ'],
  ['United Press International', 'UPI'],
  ['RIA', 'RIA Novosti', 'РИА Новости', '?РИА', '俄新社'],
  ['TASS', 'Tass', 'ТАСС', '塔斯社', 'タス通信', '?تاس'],
  ['Interfax', 'Интерфакс', 'Интерфаксу', 'إنترفاكس'],
  ['Xinhua', 'Xinhua News Agency', 'Синьхуа', '新华社', '新華社', '新华网', '?新華', 'شينخوا'],
  ['Kyodo News', 'Kyodo', '共同通信', '共同社', '?共同'],
  ['Jiji Press', '時事通信', '时事社', '?時事'],
  ['Yonhap', 'Yonhap News', 'Yonhap News Agency', '연합뉴스', '韩联社', '聯合ニュース', 'يونهاب'],
  ['KCNA', '朝中社', 'ЦТАК'], ['ANSA', 'Ansa'], ['Adnkronos'], ['?EFE', 'Agencia EFE'], ['Europa Press'], ['Lusa'], ['Press Trust of India', '?PTI'],
  ['Asian News International', '?ANI'], ['IANS'], ['?Anadolu', 'Anadolu Agency', 'الأناضول', 'Анадолу'], ['IRNA', 'إرنا'], ['PA Media', 'Press Association'],
  ['The Canadian Press', 'Canadian Press'], ['Australian Associated Press', '?AAP'], ['Austria Presse Agentur', '?APA'], ['Keystone-SDA', '?SDA'],
  ['?Belga'], ['?ANP'], ['Ritzau'], ['?NTB'], ['TT News Agency', '?TT'], ['?STT'], ['?PAP'], ['ČTK', '?CTK'], ['TASR'], ['?MTI'], ['Agerpres'], ['Tanjug'], ['HINA'],
  ['Ukrinform', 'Укринформ'], ['Unian', 'УНИАН'], ['BelTA', 'БЕЛТА', 'БелТА'], ['?Antara'], ['Bernama'], ['Vietnam News Agency', '?VNA'], ['?SANA', 'سانا'], ['?WAFA', '?وفا'],
  ['?Petra', '?بترا'], ['Saudi Press Agency', '?SPA', '?واس'], ['MENA', 'أ ش أ'], ['EuropaNewswire'], ['Inter Press Service'], ['?SID'], ['?epd'], ['?KNA'],
] // biome-ignore format: a table reads better in rows
