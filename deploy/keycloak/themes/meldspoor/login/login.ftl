<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!wrong displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
<#if realm.password>
<form id="kc-form-login" action="${url.loginAction}" method="post">
  <#if wrong><p class="note error" id="input-error" role="alert">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p></#if>
  <#if !usernameHidden??>
  <div class="field">
    <label for="username"><#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if></label>
    <input class="input" id="username" name="username" type="text" value="${(login.username!'')}" autofocus autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}" autocapitalize="none" spellcheck="false" required dir="ltr"<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
  </div>
  </#if>
  <div class="field">
    <label for="password">${msg("password")}</label>
    <div class="reveal">
      <input class="input" id="password" name="password" type="password" autocomplete="current-password" required dir="ltr"<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
      <button class="eye" type="button" aria-label="${msg("showPassword")}" aria-controls="password" data-password-toggle data-icon-show="shown" data-icon-hide="concealed" data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}"><i class="shown" aria-hidden="true"></i></button>
    </div>
  </div>
  <#if realm.rememberMe && !usernameHidden??>
  <label class="check"><input id="rememberMe" name="rememberMe" type="checkbox"<#if login.rememberMe??> checked</#if>> ${msg("rememberMe")}</label>
  </#if>
  <input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
  <button class="button" name="login" id="kc-login">${msg("doLogIn")}</button>
  <#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
</form>
</#if>
<@passkeys.conditionalUIData />
<script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
<#elseif section = "info">
<#if realm.password && realm.registrationAllowed && !registrationDisabled??>
<p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
</#if>
<#elseif section = "socialProviders">
<#if realm.password && social?? && social.providers?has_content>
<section id="kc-social-providers">
  <h2>${msg("identity-provider-login-label")}</h2>
  <ul>
    <#list social.providers as p><li><a class="button quiet" id="social-${p.alias}" href="${p.loginUrl}">${p.displayName!}</a></li></#list>
  </ul>
</section>
</#if>
</#if>
</@layout.registrationLayout>
