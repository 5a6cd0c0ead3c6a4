<#-- The page around every page of the sign-in; the sections are those of Keycloak's own "base". -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${msg("loginTitle", (realm.displayName!''))}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/favicon.svg">
  <link rel="preload" href="${url.resourcesPath}/fonts/hyperlegible-next.woff2" as="font" type="font/woff2" crossorigin>
  <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#if scripts??><#list scripts as script><script src="${script}"></script></#list></#if>
  <script type="module">
    import { startSessionPolling } from "${url.resourcesPath}/js/authChecker.js";
    startSessionPolling("${url.ssoLoginInOtherTabsUrl?no_esc}");
  </script>
  <#if authenticationSession??>
  <script type="module">
    import { checkAuthSession } from "${url.resourcesPath}/js/authChecker.js";
    checkAuthSession("${authenticationSession.authSessionIdHash}");
  </script>
  </#if>
</head>
<body data-page-id="login-${pageId}">
<header class="bar">
  <span class="brand"><svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 20c0-6 4-6 8-8s8-2 8-8"/><circle cx="4" cy="20" r="1.6"/><circle cx="12" cy="12" r="1.6"/><circle cx="20" cy="4" r="1.6"/></svg>Meldspoor</span>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <#list locale.supported as l><#if l.languageTag != lang><a class="language" href="${l.url}" hreflang="${l.languageTag}" lang="${l.languageTag}">${l.label}</a></#if></#list>
  </nav>
  </#if>
</header>
<main>
  <div class="card">
    <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
    <#nested "show-username">
    <h1 id="kc-page-title">${auth.attemptedUsername}</h1>
    <p><a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
    <#else>
    <h1 id="kc-page-title"><#nested "header"></h1>
    </#if>
    <#if (realm.displayName!'')?has_content><p class="soft">${realm.displayName}</p></#if>
    <#if displayRequiredFields><p class="soft"><span aria-hidden="true">*</span> ${msg("requiredFields")}</p></#if>
    <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
    <p class="note ${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
    </#if>
    <div id="kc-content"><#nested "form"></div>
    <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
      <input type="hidden" name="tryAnotherWay" value="on">
      <button class="button quiet" id="try-another-way">${msg("doTryAnotherWay")}</button>
    </form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><div id="kc-info"><#nested "info"></div></#if>
  </div>
</main>
<footer class="foot"><p>${msg("meldspoorDanger")}</p></footer>
</body>
</html>
</#macro>
