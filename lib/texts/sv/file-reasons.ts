import type { Texts } from '../en/all-areas.ts';

export const fileReasons: Texts['fileReasons'] = {
  theFile: 'Filen',
  'no-line-readable': 'Ingen rad i filen går att läsa. Ladda ned den igen.',
  'no-lines': 'Filen har inga rader.',
  'too-many-unreadable':
    '{rejected, number} av {lines, number} rader går inte att läsa, vilket är för många att utelämna. {first}',
  'line-fault': 'Rad {line, number}: {fault}.',
  'line-fault-in': 'Rad {line, number} i {file}: {fault}.',
  'no-date': '{column} är inget datum',
  'no-amount': '{column} är inget belopp',
  'no-currency': '{column} är ingen valuta',
  'no-customer-id': '{column} är inget ID för en kund',
  'no-subscription-id': '{column} är inget ID för en prenumeration',
  'not-understood': '{column} går inte att tolka',
  'open-quote': 'ett citattecken stängs inte',
  'behind-quote': 'text står efter ett avslutande citattecken',
  'long-line': 'raden är för lång',
  'cell-count': 'den har {cells, number} celler där första raden anger {width, number}',
  'not-utf-8': 'den är inte i UTF-8 som de andra',
  'no-json-item': 'det är inget helt JSON-objekt',
  'of-other-month': 'raden är för {month}, som den här filen bara har {days, number} dagar av',
  'of-other-day': 'raden är för {month}, som den här filen bara har en dag av',
  'unknown-file':
    'Ingen känd kostnadsfil: första raden måste ange kolumnerna för kostnadsinformation, en FOCUS-export, dagligen prissatt användning eller en fakturaavstämningsfil.',
  'lacks-columns': 'Filen saknar kolumnen {columns}. Ladda ned den igen med alla kolumner.',
  'column-twice':
    'Två av kolumnerna heter {column}, och ingen kan säga vilken som avses. Ladda ned filen igen.',
  'retail-cost':
    'De här kostnadsuppgifterna saknar customerTenantId eller partnerEarnedCreditApplied, som de för en enskild prenumeration gör: de är till listpris och innehåller ingen partner earned credit. Exportera dem för faktureringskontot, en faktureringsprofil eller en kund.',
  'lines-missing':
    'Manifestet anger {rows, number} rader och det finns {lines, number}: exporten är inte hel. Ladda ned hela mappen.',
  'items-cut-off': 'Listan med objekt tar inte slut: filen är avkapad. Ladda ned den igen.',
  damaged: 'Filen går inte att läsa: den är skadad eller avkapad. Ladda ned den igen.',
  'no-memory':
    'Det finns inte tillräckligt med minne för filen, fast inget är fel på den. Exportera den som Parquet, eller en fil per faktureringsprofil eller kund, och importera dem.',
  'no-customer': 'Ingen rad i filen anger en kund med klientorganisations-ID.',
  'in-file': '{file}: {reason}',
  'several-kinds': 'Den innehåller filer av flera slag. Importera var och en för sig.',
  'too-large': 'Filen packas upp till mer än {mb, number} MB, vilket ingen kostnadsfil av den storleken gör.',
  'gzip-damaged': 'Den komprimerade filen är skadad eller avkapad. Ladda ned den igen.',
  'too-many-files': 'Arkivet innehåller för många filer.',
  workbook: 'Det här är en arbetsbok. Spara bladet som CSV och importera det.',
  'archive-damaged': 'Arkivet är skadat eller avkapat. Ladda ned det igen.',
  locked: 'Arkivet är låst med ett lösenord. Packa upp det och importera innehållet.',
  'no-file': 'Det finns ingen fil i den.',
  empty: '{file} är tom.',
  nested: '{file} är ett arkiv i ett arkiv. Packa upp det och importera innehållet.',
  'not-text': '{file} är varken text eller Parquet.',
  'web-page': '{file} är en webbsida, ingen kostnadsfil. Logga in och ladda ned den igen.',
  'no-head': '{file} har ingen rad som anger kolumnerna.',
  'short-head':
    '{file} anger {names, number} kolumner på första raden, och raderna har {cells, number} celler: namnet på en kolumn saknas. Ladda ned den igen.',
  'cut-off': '{file} är avkapad på sista raden, {line, number}. Ladda ned den igen.',
  'no-manifest': '{file} är inget manifest för en export, eller är skadat. Ladda ned mappen igen.',
  'several-exports': 'Den innehåller flera exporter ({names}). Importera var och en för sig.',
  'export-not-whole': 'Exporten är inte hel: {lacking}. Ladda ned hela mappen.',
  'part-missing': '{file} saknas',
  'part-not-whole': '{file} är inte hel',
  'nothing-there': 'inget av den finns',
  'several-months':
    'Filen blandar flera månader ({months}) med få dagar av var och en. Importera en fil per månad.',
  stopped:
    'Servern stannade innan filen hade importerats; inget av den behölls. Importen börjar om när servern startar, eller när filen ges igen.',
  'given-up':
    'Servern stannade innan filen hade importerats; inget av den behölls. Det har hänt flera gånger, så importen börjar inte om av sig själv.',
  'not-all-judged':
    'Filen räknas, men vissa av dess kunder kunde inte bedömas och behåller sin senaste bedömning; loggen säger varför.',
  'disk-full': 'Serverns disk är full. Inget av filen behölls.',
  'server-failed': 'Servern misslyckades med filen; loggen säger varför. Inget av filen behölls.',
};
