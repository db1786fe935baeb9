/**
 * nginx: ngx_http_rewrite_module, `return` (308 since 1.13.0). Apache: mod_alias, `Redirect` and `RedirectMatch` (any status
 * from 300 to 399 by its number; they keep the query; no comment may follow on a directive's line).
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const nginxRecipes: StackRecipes = {
  permanent: ({ from, to }) => `location = ${from} {
    return 301 ${to}$is_args$args;
}`,
  "keep-method": ({ from, to }) => `location = ${from} {
    return 307 ${to}$is_args$args;  # or 308
}`,
  "see-other": ({ from, to }) => `# drops the form's data: an application that needs it answers 303 itself
location = ${from} {
    return 303 ${to};
}`,
  "one-host": ({ host, otherHost }) => `server {
    listen 80;
    server_name ${host} ${otherHost};
    return 301 https://${host}$request_uri;
}
server {
    listen 443 ssl;
    server_name ${otherHost};
    # ssl_certificate …
    return 301 https://${host}$request_uri;
}`,
  "behind-proxy": () => `location / {
    proxy_pass http://backend:3000;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Host $host;
    proxy_set_header X-Forwarded-Proto $scheme;
    # an application that cannot use these: rewrites its Location
    proxy_redirect http://backend:3000/ /;
}`,
};

export const apacheRecipes: StackRecipes = {
  permanent: ({ from, to }) => `RedirectMatch 301 "^${asRegex(from)}$" "${to}"`,
  "keep-method": ({ from, to }) => `# or 308
RedirectMatch 307 "^${asRegex(from)}$" "${to}"`,
  "see-other": ({ from, to }) => `# drops the form's data: an application that needs it answers 303 itself
RedirectMatch 303 "^${asRegex(from)}$" "${to}"`,
  "one-host": ({ host, otherHost }) => `<VirtualHost *:80>
    ServerName ${host}
    ServerAlias ${otherHost}
    Redirect 301 "/" "https://${host}/"
</VirtualHost>
<VirtualHost *:443>
    ServerName ${otherHost}
    # SSLEngine on …
    Redirect 301 "/" "https://${host}/"
</VirtualHost>`,
  "behind-proxy": () => `# mod_proxy_http and mod_headers; in the https VirtualHost
ProxyPreserveHost On
RequestHeader set X-Forwarded-Proto "https"
ProxyPass "/" "http://backend:3000/"
ProxyPassReverse "/" "http://backend:3000/"`,
};

function asRegex(path: string): string {
  return path.replaceAll(".", String.raw`\.`);
}
