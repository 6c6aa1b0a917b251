import type { Texts } from '../en/all-areas.ts';

export const causes: Texts['causes'] = {
  whatToDo: '<strong>如何處理：</strong>{remedy}',
  askingRule:
    'Microsoft 禁止僅為獲得點數而向客戶施壓要求存取權：請從您提供的服務出發，使用符合需要的最小角色。',
  earning: {
    title: '有點數',
    meaning: '所有符合條件的成本都已獲得合作夥伴獲得的點數 (PEC)。',
    remedy: '保持存取權和連結不變。',
  },
  'indirect-reseller': {
    title: '由提供者獲得',
    meaning: '您在此處是間接轉銷商：點數歸間接提供者所有。',
    remedy: '向提供者索取成本資料；您的存取權有助於提供者獲得點數。',
  },
  'not-billed-by-us': {
    title: '非由您計費',
    meaning: '此訂用帳戶由其他合作夥伴或與 Microsoft 的協議計費。',
    remedy: '連結仍可計入認可；此處無法獲得點數。',
  },
  'legacy-offer': {
    title: '舊版供應項目',
    meaning: '該訂用帳戶使用無法獲得點數的供應項目，而不是 Azure 方案。',
    remedy: '將客戶移移至 Azure 方案。',
  },
  'only-ineligible-products': {
    title: '僅有不符合條件的產品',
    meaning: '所有成本都來自沒有點數的產品，例如 Marketplace、保留或 Spot。',
    remedy: '不需處理：這些產品永遠不會獲得點數。',
  },
  'no-chargeable-usage': {
    title: '無計費用量',
    meaning: '此期間沒有可收費的用量，因此也沒有點數。',
    remedy: '不需處理。',
  },
  'transferred-away': {
    title: '已轉出',
    meaning: '此訂用帳戶的計費已轉移到其他合作夥伴。',
    remedy: '不需處理；歷程記錄會保留在此。',
  },
  'enrolment-moved-organisation': {
    title: '註冊已轉移',
    meaning: 'CSP 註冊在此期間轉移到了另一個組織。',
    remedy: '提交支援要求並說明此次轉移。',
  },
  'too-recent': {
    title: '太新，無法判定',
    meaning: '某個連結、角色、委派或成本日期距今不足 72 小時：點數按整天計算，最晚 48 小時後才顯示。',
    remedy: '請在所示日期再次檢視；在此之前不要提交支援要求。',
  },
  'offset-by-azure-credit': {
    title: '由 Azure 點數支付',
    meaning: '此成本先由 Azure 點數優惠支付。',
    remedy: '不需處理。',
  },
  'no-billing-scope-data': {
    title: '點數仍待證明',
    meaning: '可作證明的成本未被讀取、沒有說明點數，或未獲得點數且尚不清楚是否符合條件。',
    remedy: '如果無法讀取成本，請在合作夥伴計費帳戶上授與此服務計費角色。已讀取、僅待分類的成本不需您處理。',
  },
  'price-lower-but-flag-absent': {
    title: '價格較低，無點數標記',
    meaning: '價格低於定價，但點數欄位為空：分級價格或折扣看起來也是如此。',
    remedy: '在下結論之前，請從計費範圍讀取點數欄位。',
  },
  'unbilled-data-late': {
    title: '成本資料仍在到達',
    meaning: 'Microsoft 尚未提供這些日期的成本。',
    remedy: '請等待；下次同步會讀取。',
  },
  'access-good-cost-uncredited': {
    title: '存取權正常，但無點數',
    meaning: '存取權應可獲得點數，但成本未顯示點數：可能是合約、組織、產品或 Microsoft 的事件所致。',
    remedy: '確認合作夥伴合約有效，然後附上該發現項目的證據套件提交支援要求。',
  },
  'aobo-intact-cost-uncredited': {
    title: '系統管理員存取權完好，但無點數',
    meaning: '代表管理 (AOBO) 已就緒並具有可獲得點數的角色，但成本未顯示點數。',
    remedy: '檢查產品、日期、Azure 點數優惠以及合約是否有效，然後提交支援要求。',
  },
  'credited-by-unseen-access': {
    title: '點數來自您看不到的存取權',
    meaning: '成本獲得了點數，但此處找到的存取權無法解釋。',
    remedy: '讀取更多證據：客戶租用戶中的角色指派、代理人群組、轉銷商的存取權。',
  },
  'sold-without-access': {
    title: '已銷售但無存取權',
    meaning: '您為此訂用帳戶計費，但沒有其存取權。',
    remedy: '先約定受控服務，再以滿足需要的最小角色進行委派。',
  },
  'scope-too-narrow': {
    title: '僅對部分有存取權',
    meaning: '存取權涵蓋部分資源群組或資源；其餘部分無法獲得點數。',
    remedy: '在訂用帳戶級別委派或指派，或接受現狀。',
  },
  'access-part-of-period': {
    title: '僅部分期間有存取權',
    meaning: '存取權在期間內開始或結束；僅計入全天具有存取權的日期。',
    remedy: '使存取權永久有效。過去的日期無法追回。',
  },
  'no-access': {
    title: '無存取權',
    meaning: '您的代理人群組、委派或已連結的身分識別均無存取權。',
    remedy:
      '先約定受控服務，再通過 Lighthouse 委派 Support Request Contributor 或工作所需的角色，並使用已連結的服務主體；或重新授與代理人群組存取權。',
  },
  'foreign-principal-of-another-partner': {
    title: '其他合作夥伴的代理人群組',
    meaning: '某個外部主體具有存取權，但即使名稱相同，它也不是您或登記在案轉銷商的代理人群組。',
    remedy: '使用您自己代理人群組的物件 ID 重新授與存取權。',
  },
  'aobo-role-not-earning': {
    title: '代理人群組的角色不會獲得點數',
    meaning: '您的代理人群組有存取權，但其角色（例如 Reader）在此不會獲得點數。',
    remedy: '在所需範圍指派可獲得點數的角色，不超過服務所需。',
  },
  'principal-not-linked': {
    title: '身分識別未連結',
    meaning: '已有應可獲得點數的存取權，但持有它的身分識別都未連結到您的合作夥伴識別碼。',
    remedy:
      '將服務主體連結到合作夥伴識別碼：對於委派，在管理租用戶中連結；對於直接存取，在客戶租用戶中連結。',
  },
  'linked-in-customer-tenant-only': {
    title: '僅在客戶租用戶中連結',
    meaning: '存取權來自 Lighthouse，但連結建立在客戶租用戶中。',
    remedy: '在管理租用戶中連結同一身分識別。',
  },
  'linked-in-partner-tenant-only': {
    title: '僅在您的租用戶中連結',
    meaning: '存取權為來賓或直接指派；在客戶租用戶中，該身分識別是另一個物件。',
    remedy: '登入客戶租用戶並在其中連結。',
  },
  'role-not-earning': {
    title: '角色不會獲得點數',
    meaning: '已連結的身分識別只擁有不會獲得點數的角色，例如 Reader。',
    remedy: '如果服務需要，請新增可獲得點數的永久角色；Support Request Contributor 是最小的常用角色。',
  },
  'just-in-time-only': {
    title: '僅 Just-In-Time',
    meaning: '可獲得點數的角色只能以 Just-In-Time 啟用，從不永久有效。',
    remedy: '新增具有較小可獲得點數角色的永久授權；更高權限保留 Just-In-Time。',
  },
  'role-not-listed': {
    title: '角色不在 Microsoft 的清單中',
    meaning: 'Microsoft 的清單未說明此角色是否會獲得點數。',
    remedy: '讓成本來證明，或新增適合服務的最小列出角色。',
  },
  'no-linked-group-member': {
    title: '組中沒有已連結的成員',
    meaning: '某個組擁有存取權，但其成員均未連結。',
    remedy: '新增已連結的成員，或在授權中加入已連結的服務主體。',
  },
  'time-bound-membership': {
    title: '有期限的成員身份',
    meaning: '已連結的成員僅在有限時間內屬於該組。',
    remedy: '使成員身份永久有效，或使用服務主體。',
  },
  'linked-identity-gone': {
    title: '已連結的身分識別不復存在',
    meaning: '已連結的身分識別已被停用或刪除，因此連結不再有效。',
    remedy: '連結其他成員；服務主體不會離職。',
  },
  'wrong-partner-organisation': {
    title: '連結到其他組織',
    meaning: '連結中的合作夥伴識別碼 屬於其他組織。',
    remedy: '將連結變更為您自己組織的位置合作夥伴識別碼。',
  },
  'global-partner-id': {
    title: '連結了全域性合作夥伴識別碼',
    meaning: '連結使用了全域性合作夥伴識別碼；Microsoft 要求使用位置 ID。',
    remedy: '將連結變更為位置合作夥伴識別碼。',
  },
  'other-location-of-same-organisation': {
    title: '您的另一個位置',
    meaning: '連結使用了同一組織的另一個位置，這有效。',
    remedy: '不需處理。',
  },
  'marketplace-link-unverified': {
    title: 'Marketplace 連結未驗證',
    meaning: '委派來自 Marketplace 供應項目；Microsoft 的文件對其是否自動連結說法不一。',
    remedy: '讓成本來證明；為保險起見，請連結服務主體。',
  },
  'offer-bought-not-delegated': {
    title: '已購買供應項目，但未委派',
    meaning: '客戶接受了您的 Marketplace 供應項目，但未委派任何內容。',
    remedy: '由客戶在「服務提供者」下委派該訂用帳戶或其資源群組。',
  },
  'delegation-broken': {
    title: '委派已損壞',
    meaning: '委派存在，但其佈建未成功或缺少其定義。',
    remedy: '重新部署委派。',
  },
  'delegated-to-another-tenant': {
    title: '委派給其他租用戶',
    meaning: '委派中的管理租用戶不是您的租用戶。',
    remedy: '使用您的管理租用戶重新上線。',
  },
  'resource-group-delegation-only': {
    title: '僅委派了資源群組',
    meaning: '存取權涵蓋部分資源群組；其外的成本無法獲得點數。',
    remedy: '委派整個訂用帳戶，或接受現狀並關注未覆蓋的資源群組。',
  },
  'deny-assignment': {
    title: '在受控資源群組上被拒絕',
    meaning: '拒絕指派（例如來自受控應用程式）封鎖了您在該處的存取。',
    remedy: '通常應接受：這是產品所有者設定的。',
  },
  'third-partner-only': {
    title: '僅第三方合作夥伴有存取權',
    meaning: '既非提供者也非轉銷商的合作夥伴擁有存取權；這不計入。',
    remedy: '為您提供的服務獲取自己的存取權。',
  },
  'third-partner-also-present': {
    title: '還有第三方合作夥伴',
    meaning: '第三方合作夥伴與您同時擁有存取權，互不影響。',
    remedy: '不需處理。',
  },
  'reseller-of-record-access': {
    title: '轉銷商的存取權',
    meaning: '僅登記在案轉銷商擁有可獲得點數的存取權。',
    remedy: '不需處理。',
  },
  'transferred-in-without-access': {
    title: '轉入但無存取權',
    meaning: '訂用帳戶已轉移給您；其權限仍屬於之前的合作夥伴。',
    remedy: '與客戶約定您自己的存取權；下次轉移時，請在計費轉移之前完成。',
  },
  'gdap-removed-rbac-intact': {
    title: '系統管理員關係已結束，角色完好',
    meaning: '委派的系統管理員權限已結束，但可獲得點數的角色指派仍然存在。',
    remedy: '不需處理。',
  },
  'single-linked-member': {
    title: '僅一名已連結的成員',
    meaning: '連結僅由一人承擔；此人離開後，點數即終止。',
    remedy: '同時連結一個服務主體。',
  },
  'access-unread': {
    title: '存取權未讀取',
    meaning: '判定存取權所需的某些內容無法讀取，因此不作任何斷言。',
    remedy:
      '如果讀取失敗，請為此服務授與所示權限並重新同步。如果全部讀取成功，證據會說明仍未明確的內容，例如某個具有直接存取權的身分識別屬於誰。',
  },
  'link-unread': {
    title: '連結情況未知',
    meaning: '只有身分識別本身才能讀取自己的連結，而目前還沒有任何身分識別這樣做。',
    remedy: '將服務主體新增到連結認證檔案，或連結您自己的服務主體。',
  },
};
