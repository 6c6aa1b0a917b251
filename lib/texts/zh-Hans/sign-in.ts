import type { Texts } from '../en/all-areas.ts';

export const signIn: Texts['signIn'] = {
  title: '登录',
  outTitle: '注销',
  notSignedIn: '您尚未登录',
  signedOut: '您已注销',
  withMicrosoft: '使用 Microsoft 登录',
  who: '您在此演示中是谁？',
  orSimulated: '或使用模拟的 Microsoft Entra 登录',
  realSignIn:
    '这将通过重定向执行真实登录。您的浏览器不认识模拟器的证书：请先让其信任 <code>{file}</code>，或打开 <link>{origin}</link> 一次并接受。',
  caFile: '模拟器的 ca.pem',
  simulated: '使用模拟的 Microsoft Entra 登录',
  working: '正在登录…',
  unreachable: '无法访问 Microsoft Entra。请稍后重试。',
  renewing: '正在续订会话…',
  signOut: '注销',
  refused: {
    role: '您已登录 Microsoft，但尚未获得 Pecboard 的角色。请向您租户的管理员申请 Pec.Viewer、Pec.Support 或 Pec.Admin。',
    tenant: '您的组织不在 Pecboard 允许的组织之列。',
    guest: '不允许来宾访问。请使用此组织的帐户登录。',
    nonce: '登录耗时过长，或在其他窗口中启动。请重新开始。',
    replayed: '此登录已被使用。请重新开始。',
    expired: '登录耗时过长。请重新开始。',
    'person-required': 'Pecboard 无法确认这是您本人。请重新登录。',
    other: '登录被拒绝。请重新开始；如果再次发生，请联系管理员。',
  },
};
