/**
 * URLs with secrets, as used in emails, sign-ins, downloads and webhooks; « and » enclose the secret. All secrets are
 * fictitious. A middle dot splits key prefixes, so that secret scanners don't report them; it's removed on reading.
 */

import { linesOf } from "./url-table.ts";

const table = `
  # password resets, magic links, invitations, confirmations
  https://shop.test/reset-password/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/reset/«8f3kQz91LmXw2Tb7Vc5N»?lang=en
  https://shop.test/password/reset/«3b5f0c8e1d2a4f6b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d»?email=ada@a.test
  https://shop.test/accounts/reset/MQ/«c9x5ap-0f3a6a8e2c4b6d8f0a1b2c3d4e5f6071»/
  https://shop.test/account/reset/5512345678/«5b1c9e0f7a3d2c4e6b8a0f1e2d3c4b5a-1700000000»
  https://shop.test/account/activate/5512345678/«5b1c9e0f7a3d2c4e6b8a0f1e2d3c4b5a-1700000000»
  https://shop.test/users/password/edit?reset_password_token=«Zx81mQ-kd92»
  https://shop.test/users/confirmation?confirmation_token=«Zx81mQ-kd92»
  https://shop.test/users/unlock?unlock_token=«Zx81mQ-kd92»
  https://shop.test/users/invitation/accept?invitation_token=«Zx81mQ-kd92»
  https://shop.test/wp-login.php?action=rp&key=«Jx82Lkq0aPz7»&login=ada
  https://shop.test/magic/«eu4Kc0q9Zp2xVn7»
  https://shop.test/magic-link/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/auth/magic/verify/«eu4Kc0q9Zp2xVn7a»
  https://shop.test/login/«eu4Kc0q9Zp2xVn7a»
  https://shop.test/signin/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/session/email-login/«3b5f0c8e1d2a4f6b8c9d0e1f2a3b4c5d»
  https://shop.test/u/password-reset/«3b5f0c8e1d2a4f6b8c9d0e1f2a3b4c5d»
  https://shop.test/u/activate-account/«3b5f0c8e1d2a4f6b8c9d0e1f2a3b4c5d»
  https://shop.test/invite/«x7Kq9Zp2Lm»
  https://shop.test/invites/«x7Kq9Zp2Lm»
  https://shop.test/join/shared_invite/«zt-1a2b3c4d5-Ab9Cd8Ef7Gh6»
  https://shop.test/team/invitations/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»/accept
  https://shop.test/verify/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/verify-email/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/email/verify/17/«0a1b2c3d4e5f60718293a4b5c6d7e8f901234567»?expires=1700000000&signature=«f00dfeed»
  https://shop.test/verification/email/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/confirm?t=«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/confirm-email/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/activate/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/unsubscribe/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/newsletter/unsubscribe?«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/resetPassword/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/forgot_password/step2/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/api/v1/auth/recovery/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/#/reset-password/«8f3kQz91LmXw2Tb7Vc5N»
  https://shop.test/#!/invite/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/app?invite=«x7Kq9Zp2Lm»&plan=team
  https://shop.test/?verify=«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/reset?user=ada&hash=«3b5f0c8e1d2a4f6b8c9d0e1f2a3b4c5d»
  https://shop.test/optout?upn=«u001Ab9Cd8Ef7Gh6Ij5Kl4Mn3»
  https://shop.test/cancellations/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/members/?token=«Zx81mQ»&action=signin
  https://shop.test/two-factor?otp=«123456»
  https://shop.test/door?pin=«4711»
  https://shop.test/login?user=ada&password=«hunter2»
  https://shop.test/login?user=ada&passwd=«hunter2»&remember=1
  https://shop.test/signup?user[password]=«hunter2»&user[password_confirmation]=«hunter2»
  # OAuth, OpenID Connect, SAML, CAS
  https://app.test/cb?code=«SplxlOBeZQQYbYS6WxSbIA»&state=«xyz»
  https://app.test/cb#access_token=«2YotnFZFEjr1zCsicMWpAA»&token_type=bearer&expires_in=3600
  https://app.test/cb#id_token=«abc»&session_state=«def»&scope=openid
  https://id.test/authorize?client_id=app&response_type=code&state=«xyz»&nonce=«n-0S6_WzA2Mj»&code_challenge_method=S256
  https://id.test/token?grant_type=refresh_token&refresh_token=«tGzv3JOkF0XG5Qx2TlKWIA»
  https://id.test/token?client_id=app&client_secret=«s6BhdRkqt3»&code_verifier=«dBjftJeZ4CVP»
  https://id.test/logout?id_token_hint=«anything.at.all»&post_logout_redirect_uri=https://app.test/
  https://id.test/logout?logout_token=«abc»
  https://id.test/device?user_code=«WDJB-MJHT»
  https://id.test/authorize?request=«eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJzNkJoZCJ9.c2ln»&client_id=app
  https://id.test/sso?SAMLRequest=«fZFfa8IwFMXfBb9DyXvaJ»&RelayState=«abc»&SigAlg=rsa&Signature=«def»
  https://app.test/acs?SAMLResponse=«PHNhbWxwOlJlc3BvbnNl»
  https://app.test/acs?SAMLart=«AAQAAMh48»
  https://app.test/cas?ticket=«ST-1856339-aA5Yuvrxzpv8Tau1cYQ7»
  https://app.test/wsfed?wa=wsignin1.0&wresult=«%3Ct%3Ex»
  https://id.test/1.0/request?oauth_token=«abc»&oauth_verifier=«def»&oauth_signature=«ghi»&oauth_nonce=«jkl»
  https://id.test/login/token/redirect?stateToken=«00abc»
  https://id.test/login/sessionCookieRedirect?sessionToken=«20111abc»&redirectUrl=https%3A%2F%2Fapp.test%2F
  https://id.test/assert?client_assertion=«abc»&client_assertion_type=urn:x
  https://id.test/u/reset-verify?ticket=«8f3kQz91»#
  https://id.test/signin/reset-password/«Xc4_Lm9-8f3kQz91Tb7V»
  https://id.test/welcome/«Xc4Lm98f3kQz91Tb7V»
  https://id.test/auth/v1/verify?token=«pkce_abc»&type=recovery&redirect_to=https://app.test/
  https://id.test/auth/confirm?token_hash=«pkce_abc»&type=email
  https://id.test/__/auth/action?mode=resetPassword&oobCode=«ABC-def»&apiKey=«AI·zaSyA-fake»&lang=en
  https://id.test/confirmUser?client_id=1abc&user_name=ada&confirmation_code=«123456»
  https://id.test/secur/frontdoor.jsp?sid=«00D!abc»&retURL=%2Fhome
  # URLs in URLs
  https://id.test/login?next=https%3A%2F%2Fapp.test%2Fcb%3Ftoken%3D«abc»%26q%3D1
  https://id.test/login?next=%2Flogin%3Fnext%3D%252Freset%252F«8f3kQz91LmXw2Tb7Vc5N»
  https://id.test/login?next=https%253A%252F%252Fapp.test%252Fcb%253Fcode%253D«abc»%2526q%253D1&lang=en
  https://id.test/login?next=https%25253A%25252F%25252Fapp.test%25252F%25253Ftoken%25253D«abc»
  https://id.test/login?next=https%3A%2F%2F«ada%3Ax»%40app.test%2F
  https://id.test/login?next=/invite/«x7Kq9Zp2Lm»
  https://id.test/redirect/https%3A%2F%2Fapp.test%2F%3Faccess_token%3D«abc»
  https://id.test/redirect/https://app.test/cb?access_token=«abc»
  https://id.test/go?u=https%3A%2F%2Fapp.test%2Fcb%23id_token%3D«abc»
  https://id.test/go?u=%2Fverify%2F«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»%3Flang%3Den
  https://id.test/go?u=https%3A%2F%2Fhooks.slack.com%2Fservices%2F«T000%2FB000%2FXXXXXXXX»
  https://id.test/#redirect=https%3A%2F%2Fapp.test%2F%3Fapi_key%3D«abc»
  https://safelinks.test/?url=https%3A%2F%2Fshop.test%2Freset%2F«8f3kQz91LmXw2Tb7Vc5N»&data=05&sdata=«abc%3D»&reserved=0
  # user and password
  https://«ada:hunter2»@shop.test/
  https://«ada»@shop.test/
  https://«0123abcd»@o1.ingest.test/42
  ftp://«ada:hunter2»@files.test/x.zip
  https://shop.test/?proxy=http://«ada:hunter2»@proxy.test:3128/
  # presigned downloads
  https://s3.test/b/o.zip?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=«AK·IAIOSFODNN7EXAMPLE%2F20260101%2Fus-east-1%2Fs3%2Faws4_request»&X-Amz-Date=20260101T000000Z&X-Amz-Expires=900&X-Amz-Security-Token=«IQoJb3»&X-Amz-SignedHeaders=host&X-Amz-Signature=«aeeed9»
  https://s3.test/b/o.zip?AWSAccessKeyId=«AK·IAIOSFODNN7EXAMPLE»&Expires=1700000000&Signature=«vjby%2Fabc%3D»
  https://storage.test/b/o?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=«svc%40p.iam%2F2026»&X-Goog-Date=20260101T000000Z&X-Goog-Signature=«247a2a»
  https://storage.test/b/o?GoogleAccessId=«svc@p.iam»&Expires=1700000000&Signature=«abc»
  https://acct.blob.test/c/b?sv=2024-11-04&st=2026-01-01&se=2026-01-02&sr=b&sp=r&sig=«a%2Fb%3D»
  https://cdn.test/f.mp4?Policy=eyJ9&Signature=«abc~def_»&Key-Pair-Id=APKA1
  https://cdn.test/f.mp4?hdnts=«exp=1700000000~acl=/*~hmac=0a1b2c»
  https://cdn.test/f.mp4?__token__=«exp=1~hmac=0a»
  https://oss.test/o?OSSAccessKeyId=«abc»&Expires=1&Signature=«def»
  https://firebasestorage.test/v0/b/x/o/y.png?alt=media&token=«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://drive.test/f/1?resourcekey=«0-abc»
  https://drive.test/scl/fi/abc/x.pdf?rlkey=«k3y»&dl=0
  https://drive.test/f/1?authkey=«!ABC»
  https://files.test/share/«eu4Kc0q9Zp2xVn7»
  https://files.test/download/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://shop.test/checkouts/cn/«Z2NwLWV1cm9wZS13ZXN0MTowMUh»/thank-you
  # keys of services, under any name
  https://api.test/?x=«AK·IAIOSFODNN7EXAMPLE»
  https://api.test/?x=«AS·IAIOSFODNN7EXAMPLE»&y=1
  https://api.test/«gh·p_0123456789abcdefABCDEF0123456789abcd»/x
  https://api.test/?x=«gh·o_0123456789abcdefABCDEF0123456789abcd»
  https://api.test/?x=«gh·s_0123456789abcdefABCDEF0123456789abcd»
  https://api.test/?x=«github·_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqR»
  https://api.test/?x=«gl·pat-ABCdefGHIjklMNOpqrST»
  https://api.test/?x=«xox·b-123456789012-abcdefABCDEF»
  https://api.test/?x=«sk·_live_4eC39HqLyjWDarjtT1zdp7dc»
  https://api.test/?x=«rk·_live_4eC39HqLyjWDarjtT1zdp7dc»
  https://api.test/?x=«pk·_live_4eC39HqLyjWDarjtT1zdp7dc»
  https://api.test/pay/«cs·_live_a1B2c3D4e5F6g7H8»#fid
  https://api.test/?pi=«pi_3MtwBwLkdIwHu7ix28a3tqPa·_secret_YrKJUKribcBjcG8HVhfZluoGH»
  https://api.test/?x=«AI·zaSyA1234567890abcdefghijklmnopqrstu»
  https://api.test/?x=«ya·29.a0AfH6SMBx1234567890»
  https://api.test/?x=«S·G.abcdefghijklmnop.qrstuvwxyz0123456789»
  https://api.test/?x=«np·m_abcdefghijklmnopqrstuvwxyz0123456789»
  https://api.test/?x=«shp·at_0123456789abcdef0123456789abcdef»
  https://api.test/?x=«hv·s.CAESIJ1234567890abcdefg»
  https://api.test/?x=«-----BEGIN PRIVATE KEY-----MIIE-----END PRIVATE KEY-----»&y=1
  https://api.test/?x=«-----BEGIN%20RSA%20PRIVATE%20KEY-----%0AMIIE%0A-----END%20RSA%20PRIVATE%20KEY-----»&y=1
  https://api.test/?x=«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk»&y=1
  https://api.test/view/«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln»/page
  https://api.test/?x=jwt-«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln»
  https://api.test/?filter=%7B%22jwt%22%3A%22«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln»%22%7D
  # webhooks and calendars
  https://hooks.slack.com/services/«T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX»
  https://discord.com/api/webhooks/«123456789012345678/aBcDeFgHiJkLmNoP»?wait=true
  https://x.webhook.office.com/webhookb2/«9b2e@4c1a/IncomingWebhook/abc/def»
  https://hooks.zapier.com/hooks/catch/«123456/abcdef/»
  https://hook.eu1.make.com/«abcdefghijklmnop»
  https://maker.ifttt.com/trigger/rain/with/key/«abcdefghijkl»
  https://api.telegram.org/«bot123456789:AAExampleExampleExampleExample»/getMe
  https://chat.test/v1/spaces/AAA/messages?key=«abc»&token=«def»
  https://ci.test/webhook/«9b2e4c1a-77d0-4f3b-9a1e-5c2d8e7f6a01»
  https://calendar.test/calendar/ical/ada%40a.test/«private-0123456789abcdef0123456789abcdef»/basic.ics
  https://outlook.office365.com/owa/calendar/«9b2e@a.test/0a1b/calendar.ics»
  # sessions and others
  https://shop.test/cart;jsessionid=«1A530637289A03B07199A44E8D531427»?q=1
  https://shop.test/index.php?PHPSESSID=«abc123»&page=2
  https://shop.test/?session=«abc»&sid=«def»
  https://shop.test/admin/oauth?code=«abc»&hmac=«def»&shop=x.shop.test&timestamp=1700000000
  https://shop.test/post.php?action=trash&_wpnonce=«0a1b2c3d4e»
  https://shop.test/form?csrf_token=«abc»&authenticity_token=«def»
  https://meet.test/j/123456789?pwd=«Y2xhc3M»&uname=Ada
  https://meet.test/w/123456789?tk=«aB3dE6gH9jK2mN5pQ8»
  https://maps.test/js?api_key=«abc»&v=3
  https://maps.test/js?apikey=«abc»&access_key=«def»&q=Rome
  https://git.test/x.git?private_token=«abc»
  https://shop.test/gate?__cf_chl_tk=«abc»
`;

export const secretUrls: readonly (readonly [url: string, masked: string])[] = linesOf(table).map((line) => [
  line.replaceAll(/[«»]/g, ""),
  line.replaceAll(/«[^»]*»/g, "***"),
]);
