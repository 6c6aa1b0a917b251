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
  reading: 'Lezen uit Azure',
  readingWhat: 'Delegeringen, toewijzingen en kosten worden gelezen.',
  cancelRun: 'Deze run annuleren',
  whatStays: 'Wat volledig is gelezen, blijft; de rest blijft voor de volgende run.',
  cancelTheRun: 'Run annuleren',
  keep: 'Behouden',
  resume: 'Hervatten',
  pause: 'Pauzeren',
  cancel: 'Annuleren',
  starting: 'Starten',
  work: {
    run: 'Er loopt een synchronisatie',
    import: '{name} wordt geïmporteerd',
    progress: 'Voortgang',
    steps: '{done, number} van {total, number} stappen',
    runEnded: {
      complete: 'De synchronisatie is voltooid.',
      partial:
        'De synchronisatie is klaar; niet alles kon worden gelezen. De pagina Synchronisatie zegt wat.',
      failed: 'De synchronisatie is mislukt. Wat er is, blijft; de pagina Synchronisatie zegt waarom.',
      cancelled: 'De synchronisatie is geannuleerd.',
      interrupted: 'De synchronisatie is afgebroken en gaat verder met de volgende.',
      notAllowed:
        'De synchronisatie is voltooid, maar niet alles mag worden gelezen. De pagina Synchronisatie zegt welke rechten ontbreken.',
    },
    importEnded: {
      done: '{name} is geïmporteerd.',
      refused: '{name} is geweigerd. De pagina Import zegt waarom.',
      failed: '{name} kon niet worden geïmporteerd. De pagina Import zegt waarom.',
      cancelled: 'De import van {name} is geannuleerd.',
      interrupted: 'De import van {name} is afgebroken.',
      undone: 'De import van {name} is ongedaan gemaakt.',
    },
  },
  undo: 'Ongedaan maken',
  undoing: 'Wordt ongedaan gemaakt',
  readEnded: {
    complete: 'Zojuist gelezen.',
    notAllowed:
      'Zojuist gelezen, maar niet alles mag worden gelezen. De pagina toont welke rechten ontbreken.',
    partial: 'Zojuist gelezen, maar niet alles kon worden gelezen. De pagina Synchronisatie zegt wat.',
    failed: 'Azure kon niet worden gelezen. Wat aanwezig is, blijft; de pagina Synchronisatie zegt waarom.',
    cancelled: 'Het lezen is geannuleerd. Wat volledig is gelezen, blijft.',
    interrupted:
      'Het lezen is afgebroken. Wat volledig is gelezen, blijft; vernieuw opnieuw om de rest te lezen.',
  },
};
