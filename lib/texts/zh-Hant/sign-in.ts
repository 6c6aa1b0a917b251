import type { Texts } from '../en/all-areas.ts';

export const signIn: Texts['signIn'] = {
  title: '登入',
  outTitle: '登出',
  notSignedIn: '您尚未登入',
  signedOut: '您已登出',
  withMicrosoft: '使用 Microsoft 登入',
  who: '您在此演示中是誰？',
  orSimulated: '或使用模擬的 Microsoft Entra 登入',
  realSignIn:
    '這將通過重定向執行真實登入。您的瀏覽器不認識模擬器的證書：請先讓其信任 <code>{file}</code>，或開啟 <link>{origin}</link> 一次並接受。',
  caFile: '模擬器的 ca.pem',
  simulated: '使用模擬的 Microsoft Entra 登入',
  working: '正在登入…',
  unreachable: '無法存取 Microsoft Entra。請稍後重試。',
  renewing: '正在續訂工作階段…',
  signOut: '登出',
  refused: {
    role: '您已登入 Microsoft，但尚未獲得 Pecboard 的角色。請向您租用戶的系統管理員申請 Pec.Viewer、Pec.Support 或 Pec.Admin。',
    tenant: '您的組織不在 Pecboard 允許的組織之列。',
    guest: '不允許來賓存取。請使用此組織的帳戶登入。',
    nonce: '登入耗時過長，或在其他視窗中啟動。請重新開始。',
    replayed: '此登入已被使用。請重新開始。',
    expired: '登入耗時過長。請重新開始。',
    'person-required': 'Pecboard 無法確認這是您本人。請重新登入。',
    other: '登入被拒絕。請重新開始；如果再次發生，請聯絡系統管理員。',
  },
};
