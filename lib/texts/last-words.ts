import type { Language } from './languages.ts';

type LastWords = { title: string; text: string };

const ENGLISH: LastWords = {
  title: 'This page could not be shown',
  text: 'Nothing was lost or changed. Load it again; if it stays, the server’s log says why.',
};

/** For when not even the layout stands, which brings the texts of scripts: they are in every page, so they are short. */
export const LAST_WORDS: Readonly<Record<Language, LastWords>> = {
  en: ENGLISH,
  nl: {
    title: 'Deze pagina kon niet worden getoond',
    text: 'Er is niets verloren of gewijzigd. Laad de pagina opnieuw; blijft het zo, dan zegt het logboek van de server waarom.',
  },
  sv: {
    title: 'Sidan kunde inte visas',
    text: 'Inget har gått förlorat eller ändrats. Läs in den igen; kvarstår felet säger serverns logg varför.',
  },
  'zh-Hans': {
    title: '无法显示此页面',
    text: '没有丢失或更改任何内容。请重新加载；如果问题仍然存在，服务器日志会说明原因。',
  },
  'zh-Hant': {
    title: '無法顯示此頁面',
    text: '沒有遺失或變更任何內容。請重新載入；如果問題仍然存在，伺服器記錄會說明原因。',
  },
  'en-XA': ENGLISH,
};
