import type { Texts } from '../en/all-areas.ts';

export const setup: Texts['setup'] = {
  title: '已連線的內容',
  note: '可以讀取哪些內容、每項缺失的權限隱藏了什麼，以及如何授與。一切均為唯讀。',
  missing: '{count, plural, other {還有 # 項未連線}}',
  nothingMissing: '全部已連線。',
  nextIs: '下一步：{title}',
  hides: '隱藏的內容',
  toDo: '應採取的操作',
  fillIn: '大寫文字需由您替換。',
  askAdmin: '相關命令僅向此服務的管理員顯示。',
  source: '來源：<link>{title}</link>，{date} 版本',
  unknown: {
    linked: '{count, plural, other {# 個訂用帳戶的「連結」未知。}}',
    access: '{count, plural, other {# 個訂用帳戶的「存取權」未知。}}',
    credit: '{count, plural, other {# 個訂用帳戶的「點數」未知。}}',
    verdict: '{count, plural, other {# 個訂用帳戶的判定未知或未經證實。}}',
  },
  ofCustomers: '{count, plural, other {# 個客戶缺少該權限：}}<names></names>',
  andMore: '另有 {count, number} 個',
  failed: '已嘗試但因其他原因失敗；<link>「同步」</link>頁面會說明原因。',
  later: '完成上述步驟之前無法判斷。',
  asideNote: '不會提醒您此項。',
  all: '所有可連線的內容',
  state: {
    done: '已連線',
    'to-do': '待處理',
    'under-way': '進行中',
    refused: '被拒絕',
    'partly-refused': '部分被拒絕',
    failed: '失敗',
    later: '稍後',
  },
  kind: {
    settings: '環境變數或 .env',
    'azure-cli': 'Azure CLI',
    address: '地址',
    json: 'JSON',
  },
  of: {
    identity: {
      title: '連線您的租用戶',
      hides: '誰已連結、哪些角色授與存取權；僅憑成本檔案仍可證明點數。',
      how: '在您的管理租用戶中註冊應用程式，為其新增機密或證書，設定這些變數並重新啟動伺服器。它不需要任何變更權限。',
    },
    'partner-ids': {
      title: '填寫您的合作夥伴識別碼',
      hides: '哪些連結屬於您：「連結」和「存取權」保持未知。',
      how: '列出您的位置（關聯）合作夥伴識別碼，將計費的識別碼 放在首位，並單獨填寫全域識別碼：連結到全域識別碼 不會獲得任何點數。',
    },
    'partner-type': {
      title: '說明您的合作夥伴類型',
      hides: '所有有利的判定：間接轉銷商自身不獲得點數，因此不會判定為「獲得點數」。',
      how: '設定為 direct-bill、indirect-provider 或 indirect-reseller，然後重新啟動伺服器。',
    },
    'first-sync': {
      title: '執行首次同步',
      hides: '只有 Azure 才能提供的全部資訊。',
      how: '在<link>「同步」</link>頁面啟動，或執行 npm run sync。',
    },
    'delegated-reader': {
      title: '讀取委派的訂用帳戶',
      hides: '它們的委派和角色指派，因此「連結」和「存取權」未知。',
      how: '每個委派訂用帳戶上的 Reader 角色：使用命令輸出的物件 ID，將此授權新增到您的 Lighthouse 委派中，並由客戶重新部署。Reader 不產生點數，只允許本服務檢視。',
    },
    'billing-role': {
      title: '讀取合作夥伴計費帳戶',
      hides: '您為哪些客戶和訂用帳戶計費、透過哪種產品/服務以及使用哪種貨幣。',
      how: '您自己租用戶中合作夥伴計費帳戶上的計費角色（Admin agent 或 Billing admin）。Microsoft 未針對合作夥伴的應用程式記錄此做法：系統會嘗試，並顯示拒絕情況。該命令可顯示應用程式是否有權讀取；否則，<link>成本檔案</link>是另一種方式。',
    },
    'cost-role': {
      title: '讀取含點數的成本',
      hides: '哪些成本獲得了點數，以及錯失了多少。',
      how: '點數僅出現在合作夥伴計費帳戶的成本中，您租用戶的 Admin agent 和全域管理員可以讀取。若應用程式被拒絕，請從合作夥伴中心匯入<link>成本檔案</link>。',
    },
    'cost-detail': {
      title: '逐行讀取成本',
      hides: '資源群組和服務，以及哪些行屬於 Azure 點數或不符合條件：成本來自查詢，查詢提供的資訊較少。',
      how: '在帳單設定檔上建立實際成本的每日匯出，並在儲存體帳戶上為應用程式授與 Storage Blob Data Reader 角色；或允許它產生成本詳細資訊報表。',
    },
    'agent-groups': {
      title: '識別您的代理人群組',
      hides: '代表客戶管理的存取權：哪些外部主體是您的 AdminAgents 和 HelpdeskAgents。',
      how: '管理租用戶中 Microsoft Graph 的應用程式權限 GroupMember.Read.All，並經管理員同意。',
    },
    directory: {
      title: '讀取群組和身分識別',
      hides: '透過群組獲得的存取權：誰是成員，誰已被停用或刪除。',
      how: '管理租用戶中 Microsoft Graph 的應用程式權限 Directory.Read.All，並經管理員同意。',
    },
    'group-schedules': {
      title: '讀取成員資格的期限',
      hides: '透過群組獲得的存取權：成員資格是否永久，而點數要求其永久。',
      how: '管理租用戶中 Microsoft Graph 的應用程式權限 PrivilegedEligibilitySchedule.Read.AzureADGroup 和 PrivilegedAssignmentSchedule.Read.AzureADGroup，並經管理員同意。',
    },
    gdap: {
      title: '讀取 GDAP 關係',
      hides: '僅影響備註：關係是否在角色保留的情況下已結束。任何判定均不依賴於此。',
      how: '管理租用戶中 Microsoft Graph 的應用程式權限 DelegatedAdminRelationship.Read.All，並經管理員同意。',
    },
    'customer-consent': {
      title: '檢視沒有委派的客戶',
      hides: '他們的訂用帳戶和角色指派，因此「連結」和「存取權」未知。他們的成本仍能顯示哪些獲得了點數。',
      how: '客戶的管理員開啟此地址並同意，然後在其訂用帳戶上為應用程式授與 Reader 角色。',
    },
    'customer-directory': {
      title: '讀取客戶租用戶中的身分識別',
      hides: '誰在其中直接、以來賓身份或透過群組持有角色：該存取權保持未知。',
      how: '在您的註冊中請求應用程式權限 Directory.Read.All；由客戶的管理員在此地址同意。',
    },
    'link-credentials': {
      title: '讀取其他身分識別的連結',
      hides: '它們是否已連結：Microsoft 僅向所有者顯示合作夥伴連結，因此透過它們的存取權保持未知。',
      how: '將這些服務主體的認證列入檔案並指定該檔案；或讓每個人檢查自己的連結；或在<link>「連結」</link>頁面上記錄證明。',
    },
    'sign-in': {
      title: '設定登入',
      hides: '不隱藏任何內容；但伺服器僅回應本機，使用本機的任何人都是其管理員。',
      how: '按照 SECURITY.md 的說明向 Microsoft Entra 註冊登入，設定這些變數並重新啟動伺服器。',
    },
  },
};
