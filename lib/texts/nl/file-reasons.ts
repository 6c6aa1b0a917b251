import type { Texts } from '../en/all-areas.ts';

export const fileReasons: Texts['fileReasons'] = {
  theFile: 'Het bestand',
  'no-line-readable': 'Geen enkele regel van het bestand is leesbaar. Download het opnieuw.',
  'no-lines': 'Het bestand heeft geen regels.',
  'too-many-unreadable':
    '{rejected, number} van {lines, number} regels zijn niet leesbaar: te veel om weg te laten. {first}',
  'line-fault': 'Regel {line, number}: {fault}.',
  'line-fault-in': 'Regel {line, number} van {file}: {fault}.',
  'no-date': '{column} is geen datum',
  'no-amount': '{column} is geen bedrag',
  'no-currency': '{column} is geen valuta',
  'no-customer-id': '{column} is geen id van een klant',
  'no-subscription-id': '{column} is geen id van een abonnement',
  'not-understood': '{column} wordt niet begrepen',
  'open-quote': 'een aanhalingsteken wordt niet gesloten',
  'behind-quote': 'er staat tekst achter een sluitend aanhalingsteken',
  'long-line': 'de regel is te lang',
  'cell-count': 'er zijn {cells, number} cellen waar de eerste regel er {width, number} noemt',
  'not-utf-8': 'de regel is niet in UTF-8 zoals de andere',
  'no-json-item': 'het is geen volledig JSON-item',
  'of-other-month': 'de regel is van {month}, waarvan dit bestand maar {days, number} dagen heeft',
  'of-other-day': 'de regel is van {month}, waarvan dit bestand maar één dag heeft',
  'unknown-file':
    'Geen bekend kostenbestand: de eerste regel moet de kolommen noemen van kostendetails, een FOCUS-export, dagelijks geprijsd gebruik of een factuurafstemmingsbestand.',
  'lacks-columns': 'In het bestand ontbreekt de kolom {columns}. Download het opnieuw met alle kolommen.',
  'column-twice':
    'Twee kolommen heten {column}, en niemand kan zeggen welke is bedoeld. Download het bestand opnieuw.',
  'retail-cost':
    'In deze kostendetails ontbreekt customerTenantId of partnerEarnedCreditApplied, zoals bij die van één abonnement: het zijn consumentenprijzen zonder partner earned credit. Exporteer ze op het niveau van de factureringsrekening, een factureringsprofiel of een klant.',
  'lines-missing':
    'Het manifest noemt {rows, number} regels en er zijn er {lines, number}: de export is niet compleet. Download de hele map.',
  'items-cut-off': 'De lijst met items eindigt niet: het bestand is afgekapt. Download het opnieuw.',
  damaged: 'Het bestand kan niet worden gelezen: het is beschadigd of afgekapt. Download het opnieuw.',
  'no-memory':
    'Er is niet genoeg geheugen voor dit bestand, al is er niets mis mee. Exporteer het als Parquet, of één bestand per factureringsprofiel of klant, en importeer die.',
  'no-customer': 'Geen enkele regel van het bestand noemt een klant met tenant-id.',
  'in-file': '{file}: {reason}',
  'several-kinds': 'Er zitten bestanden van verschillende soorten in. Importeer elk apart.',
  'too-large':
    'Het bestand wordt uitgepakt groter dan {mb, number} MB; dat doet geen kostenbestand van deze grootte.',
  'gzip-damaged': 'Het gecomprimeerde bestand is beschadigd of afgekapt. Download het opnieuw.',
  'too-many-files': 'Het archief bevat te veel bestanden.',
  workbook: 'Dit is een werkmap. Sla het blad op als CSV en importeer dat.',
  'archive-damaged': 'Het archief is beschadigd of afgekapt. Download het opnieuw.',
  locked: 'Het archief is met een wachtwoord vergrendeld. Pak het uit en importeer wat erin zit.',
  'no-file': 'Er zit geen bestand in.',
  empty: '{file} is leeg.',
  nested: '{file} is een archief in een archief. Pak het uit en importeer wat erin zit.',
  'not-text': '{file} is geen tekst en geen Parquet.',
  'web-page': '{file} is een webpagina, geen kostenbestand. Meld u aan en download het opnieuw.',
  'no-head': '{file} heeft geen regel die de kolommen noemt.',
  'short-head':
    '{file} noemt {names, number} kolommen in de eerste regel, en de regels hebben {cells, number} cellen: de naam van een kolom ontbreekt. Download het opnieuw.',
  'cut-off': '{file} is afgekapt in de laatste regel, {line, number}. Download het opnieuw.',
  'no-manifest': '{file} is geen manifest van een export, of is beschadigd. Download de map opnieuw.',
  'several-exports': 'Er zitten meerdere exports in ({names}). Importeer elk apart.',
  'export-not-whole': 'De export is niet compleet: {lacking}. Download de hele map.',
  'part-missing': '{file} ontbreekt',
  'part-not-whole': '{file} is niet compleet',
  'nothing-there': 'er is niets van aanwezig',
  'several-months':
    'Het bestand bevat verschillende maanden ({months}), elk met maar enkele dagen. Importeer één bestand per maand.',
  stopped:
    'De server is gestopt voordat het bestand was geïmporteerd; er is niets van bewaard. De import begint opnieuw zodra die server start, of wanneer het bestand opnieuw wordt aangeboden.',
  'given-up':
    'De server is gestopt voordat het bestand was geïmporteerd; er is niets van bewaard. Dat is meerdere keren gebeurd, dus de import begint niet vanzelf opnieuw.',
  'not-all-judged':
    'Het bestand telt, maar sommige klanten konden niet worden beoordeeld en houden hun laatste oordeel; het logboek zegt waarom.',
  'disk-full': 'De schijf van de server is vol. Er is niets van het bestand bewaard.',
  'server-failed':
    'De server liep vast op dit bestand; het logboek zegt waarom. Er is niets van het bestand bewaard.',
};
