import type { Texts } from '../en/all-areas.ts';

export const remedies: Texts['remedies'] = {
  title: '補救方法',
  titlePast: '原可採用的補救方法',
  note: 'Pecboard 不會變更 Azure 中的任何內容：由有權限的人員執行。',
  stepsLabel: '步驟',
  beforeAsking: '在向客戶提出要求之前',
  compliance:
    'Microsoft 禁止僅為了獲得點數而向客戶施壓索取存取權。請僅要求您的受控服務所需的存取權，不要超出。',
  purpose: {
    onboard: '委派',
    aobo: '為代理人群組指派角色',
    'direct-role': '指派角色',
    link: '連結合作夥伴識別碼',
    relink: '變更合作夥伴識別碼',
  },
  byOneOf: '{name}<faint>（任選一種方式）</faint>',
  shell: {
    'azure-cli': 'Azure CLI',
    powershell: 'PowerShell',
    arm: 'ARM 範本',
    bicep: 'Bicep 檔案',
  },
  download: '下載 {file}',
  showText: '顯示文字',
  unknown: {
    subscriptionId: '（訂用帳戶識別碼未知）',
    tenantId: '（租用戶識別碼未知）',
    managingTenantId: '（管理租用戶識別碼未知）',
    linkTenantId: '（連結所在租用戶識別碼未知）',
    partnerId: '（合作夥伴識別碼未知）',
    principalName: '（身分識別名稱未知）',
    roleName: '（角色名稱未知）',
    scope: '（範圍未知）',
    agentGroupId: '（代理人群組識別碼未知）',
    judgeableFrom: '（日期未知）',
    notBefore: '（日期未知）',
    missingRight: '（權限未知）',
  },
  step: {
    'ask-provider-for-cost':
      '作為間接轉銷商，您不會獲得點數；您的存取權計入您的提供者。請向提供者索取訂用帳戶 {subscriptionId} 的成本資料。',
    'leave-out-of-credit':
      '此訂用帳戶由其他合作夥伴或 Microsoft 計費。其成本不計入您的點數；合作夥伴連結仍可帶來認可。',
    'move-to-azure-plan':
      '舊版供應項目不會獲得點數。請在合作夥伴中心將客戶移至 Azure 方案，並簽署 Microsoft 客戶合約。',
    'explain-ineligible': '保留、節省方案、Spot、Marketplace 和第三方產品不會獲得點數。無需修正。',
    'nothing-to-do': '無需修正。',
    'keep-and-watch': '保持存取權不變。如被移除，下次同步後會在此顯示。',
    'agree-managed-service':
      '與客戶商定您為其管理哪項服務，以及該服務需要哪些存取權。存取權必須服務於該工作，而不是為了點數。',
    'link-service-principal':
      '以服務主體 {principalName} 的身份登入，在您的管理租用戶 {managingTenantId} 中將其連結到合作夥伴識別碼 {partnerId}。',
    'principal-is-linked':
      '服務主體 {principalName} 已連結到您的合作夥伴識別碼。對此客戶也使用該服務主體；無需重新連結。',
    'customer-deploys-template':
      '請客戶在訂用帳戶 {subscriptionId} 上部署以下範本。它永久授與角色 {roleName}，僅此而已。',
    'customer-regrants-aobo':
      '或請客戶的 Owner 或 User Access Administrator 重新為您的代理人群組 {agentGroupId} 指派角色（代表管理，AOBO）；這無需連結。',
    'delegate-whole-subscription':
      '僅涵蓋 {scope}。如果您的服務適用於整個訂用帳戶，請客戶委派訂用帳戶 {subscriptionId}；否則請接受其餘部分不產生點數。',
    'make-permanent': '確保存取權、連結和成員資格無結束時間，且在當日開始之前即已生效。',
    'past-days-are-lost': '已過去的日期無法透過存取權補回。',
    'link-in-managing-tenant':
      '連結僅在您的管理租用戶 {managingTenantId} 中有效。請在該處以 {principalName} 的身份登入，並連結合作夥伴識別碼 {partnerId}。',
    'link-in-customer-tenant':
      '連結僅在客戶租用戶 {tenantId} 中有效。請在該處以 {principalName} 的身份登入，並連結合作夥伴識別碼 {partnerId}。',
    'update-link':
      '以 {principalName} 的身份登入租用戶 {linkTenantId}，將連結變更為合作夥伴識別碼 {partnerId}，即您自己組織的某個位置。',
    'add-earning-role':
      '為 {principalName} 新增一個可獲得點數的永久角色：{roleName}。Just-In-Time 授權可以同時保留。',
    'confirm-with-cost':
      '該角色不在 Microsoft 的清單中，因此無法事先判斷其是否產生點數。其成本上出現點數即可確認。',
    'add-linked-member': '向群組 {principalName} 新增一個已連結的成員，或在授權中直接指定已連結的服務主體。',
    'link-one-more': '所有點數都依賴於一個人。請連結一個服務主體，並在該群組之外對其授權。',
    'make-membership-permanent': '將已連結成員的成員資格設為永久，或在授權中直接指定已連結的服務主體。',
    'replace-identity':
      '已連結的身分識別 {principalName} 已被停用或刪除。請連結另一個成員（最好是服務主體）並對其授權。',
    'customer-delegates-offer':
      '已購買供應項目，但未委派任何內容。客戶需在 Azure 入口網站的「服務提供者」下委派訂用帳戶。',
    'redeploy-delegation': '委派未成功。請客戶使用以下範本重新部署。',
    'onboard-to-right-tenant':
      '委派中指定的是另一個管理租用戶。請客戶部署以下指定了 {managingTenantId} 的範本。',
    'accept-deny': 'Azure 自身保護此範圍 ({scope})，例如用於受控應用程式。通常應接受；客戶無法移除。',
    'keep-history': '計費已轉移到其他合作夥伴。此前各日的判定保持不變。',
    'tell-support-of-enrolment': '您的註冊已移至另一個計畫組織。請提交支援要求並說明此變更。',
    'judge-again-later':
      '請等到 {judgeableFrom}：變更後最多 48 小時才顯示點數，且一天只按整日計算。暫時不要提交支援要求。',
    'explain-azure-credit': 'Azure 點數已先支付此使用量；合作夥伴獲得的點數 (PEC) 適用於其餘部分。',
    'grant-billing-role':
      '為服務身分識別授與管理代理人 (Admin agent) 或合作夥伴計費帳戶上的計費角色，或提供成本匯出檔案或合作夥伴中心的已計價使用量檔案。',
    'read-credit-columns': '價格較低不能證明有點數：階梯價格和協商折扣看起來相同。請在計費範圍讀取點數欄。',
    'wait-for-billed-data':
      'Microsoft 會先提供上個月的資料。最新幾天的資料隨後提供，通常不晚於 {judgeableFrom}。',
    'check-lines-and-agreement':
      '檢查這些明細是否在「G」發票上、產品是否可獲得點數，以及您的計畫合約是否有效。',
    'open-support-case':
      '如果符合條件的成本連續三個整日沒有點數，請附上以下證據提交支援要求，且不早於 {notBefore}。',
    'read-more-access':
      '點數來自我們看不到的存取權。請允許我們讀取更多內容：代理人群組、客戶租用戶中的角色指派、登記在案轉銷商。',
    'grant-missing-right':
      '部分內容無法讀取。缺少的權限：{missingRight}。請將其授與此服務，然後重新整理該客戶；在此之前不對存取權作出任何判斷。',
    'add-link-credential':
      '只有 {principalName} 自己的權杖才能顯示其連結。請將服務主體加入連結認證；如果是人員，則由本人按「檢查我的連結」。',
    'attest-link': '或記錄對該連結的證明，並附上證據和結束日期。',
  },
};
