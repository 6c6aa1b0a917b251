import type { Texts } from '../en/all-areas.ts';

export const imports: Texts['imports'] = {
  lead: '成本檔案可在數秒內顯示哪些訂用帳戶獲得了點數、錯失了什麼，不需任何 Azure 權限。',
  given: '已提供的檔案',
  givenNote: '客戶的每個月只採用一個來源：最新的；已結算的月份優先採用列出每一行的來源。絕不相加。',
  amortised: '攤銷成本：僅在某月沒有其他資料時採用。',
  reconciliation:
    '該檔案不含日期和 Azure 訂用帳戶，因此不計入任何位置。它會與同月的每日計費使用量比較：請參閱「對帳」。',
  about: '{kind}，{lines, plural, other {# 行}}，{customers, plural, other {# 個客戶}}。',
  way: {
    upload: '已上傳',
    command: '透過命令列',
    folder: '來自監視的資料夾',
    container: '來自監視的容器',
  },
  wayWhen: '{way} <age></age>',
  wayWhenBy: '{way} <age></age>，{who}',
  earnedMissed: '<net></net> 中獲得 <earned></earned>，錯失 <missed></missed>',
  counts: {
    notJudged: '尚未判定任何內容。',
    all: '其所有客戶的該月資料均來自此檔案。',
    some: '此檔案適用於 {count, plural, other {# 個客戶}}。',
    nobody: '此檔案目前不適用於任何客戶。',
    azure: '對於 {count, plural, other {# 個客戶}}，Azure 的回答更新或更詳細，予以保留。',
    other: '對於 {count, plural, other {# 個客戶}}，採用更新的檔案。',
  },
  rejected: '{lines, plural, other {# 行}}無法讀取，不計入任何位置。<link>下載這些行及原因</link>',
  without: '{lines, plural, other {# 行}}沒有客戶：隨檔案保留，不計入任何客戶。',
  where: {
    title: '這些檔案在哪裡',
    note: '依欄位識別，與檔名無關。',
    forms:
      'CSV、JSON 行或 Parquet，也可用 gzip 或 zip 壓縮。檔案可證明誰獲得了點數、錯失了什麼。誰已連結以及為何沒有點數，只有 Azure 能說明：稍後連線，原因即會顯示在相同數字旁邊。',
    usage: {
      title: '合作夥伴中心：每日計費使用量',
      one: '以帳務管理員或系統管理代理人身分登入合作夥伴中心。',
      two: '開啟「帳務」，然後開啟「帳務歷程記錄」（或「每日使用量」）。',
      three: '在某月的列中選擇「每日計費使用量」：已結算月份選「已計費」，未結算月份選「未計費」。',
      four: '保留所有欄位。檔案可能為 gzip 或 zip：按原樣提供。',
    },
    portal: {
      title: 'Azure 入口網站：成本詳細資料和匯出',
      one: '以您的計費帳戶、帳單設定檔或客戶為範圍開啟成本管理。訂用帳戶不顯示點數。',
      two: '開啟「匯出」，或開啟「使用量 + 費用」進行單次下載。',
      three: '選取一個月的實際成本或 FOCUS 匯出；包括其所有分割區，或整個資料夾的 zip。',
    },
    invoice: {
      title: '合作夥伴中心：發票對帳',
      one: '在同一帳務歷程記錄中選擇發票的對帳檔案。',
      two: '該檔案不含日期和資源，因此僅與其他現有資料比較。',
    },
  },
  mayNot: '檔案由支援人員和管理員提供及收回。',
};
