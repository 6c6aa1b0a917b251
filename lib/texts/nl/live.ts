import type { Texts } from '../en/all-areas.ts';

export const live: Texts['live'] = {
  copyFacts: 'Feiten als JSON kopiëren',
  copying: 'Kopiëren',
  copied: 'Gekopieerd',
  notCopied: 'Kon niet worden gekopieerd',
  openFile: 'Bestand openen',
  putAway: 'Dit bericht wegzetten',
  messages: 'Berichten <number>{count, number}</number>',
  messagesLabel: 'Berichten, het nieuwste eerst',
  running:
    'Er loopt een synchronisatie van alles, die ook deze klant leest. Kijk op de pagina Synchronisatie.',
  failed: 'Azure kon niet worden gelezen. Wat aanwezig is, blijft; de pagina Synchronisatie zegt waarom.',
  reading: 'Lezen uit Azure',
  readingWhat: 'Delegeringen, toewijzingen en kosten worden gelezen.',
  readNow: 'Zojuist gelezen.',
  cancelRun: 'Deze run annuleren',
  whatStays: 'Wat volledig is gelezen, blijft; de rest blijft voor de volgende run.',
  cancelTheRun: 'Run annuleren',
  keep: 'Behouden',
  resume: 'Hervatten',
  pause: 'Pauzeren',
  cancel: 'Annuleren',
  starting: 'Starten',
};
