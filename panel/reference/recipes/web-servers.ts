/**
 * nginx: ngx_http_rewrite_module, `return` (308 since 1.13.0). Apache: mod_alias, `Redirect` and `RedirectMatch` (any status
 * from 300 to 399 by its number; they keep the query; no comment may follow on a directive's line).
 */
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";

export const nginxRecipes: StackRecipes = {
  permanent: `location = /old {
    return 301 /new$is_args$args;
}`,
  "keep-method": `location = /old {
    return 307 /new$is_args$args;  # or 308
}`,
  "see-other": `# drops the form's data: an application that needs it answers 303 itself
location = /form {
    return 303 /thanks;
}`,
  "one-host": `server {
    listen 80;
    server_name example.com www.example.com;
    return 301 https://example.com$request_uri;
}
server {
    listen 443 ssl;
    server_name www.example.com;
    # ssl_certificate …
    return 301 https://example.com$request_uri;
}`,
  "behind-proxy": `location / {
    proxy_pass http://backend:3000;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Host $host;
    proxy_set_header X-Forwarded-Proto $scheme;
    # an application that cannot use these: rewrites its Location
    proxy_redirect http://backend:3000/ /;
}`,
};

export const apacheRecipes: StackRecipes = {
  permanent: `RedirectMatch 301 "^/old$" "/new"`,
  "keep-method": `# or 308
RedirectMatch 307 "^/old$" "/new"`,
  "see-other": `# drops the form's data: an application that needs it answers 303 itself
RedirectMatch 303 "^/form$" "/thanks"`,
  "one-host": `<VirtualHost *:80>
    ServerName example.com
    ServerAlias www.example.com
    Redirect 301 "/" "https://example.com/"
</VirtualHost>
<VirtualHost *:443>
    ServerName www.example.com
    # SSLEngine on …
    Redirect 301 "/" "https://example.com/"
</VirtualHost>`,
  "behind-proxy": `# mod_proxy_http and mod_headers; in the https VirtualHost
ProxyPreserveHost On
RequestHeader set X-Forwarded-Proto "https"
ProxyPass "/" "http://backend:3000/"
ProxyPassReverse "/" "http://backend:3000/"`,
};
