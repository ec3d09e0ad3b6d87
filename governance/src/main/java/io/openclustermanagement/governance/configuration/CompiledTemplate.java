package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.governance.template.TemplateContext;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions;
import io.openclustermanagement.governance.template.TemplateResolver;
import io.openclustermanagement.governance.template.TemplateResult;

/**
 * An object template whose Go templates were parsed, for any number of clusters.
 *
 * @param resolver gives the object definition without its Go templates
 */
record CompiledTemplate(ObjectTemplate template, DefinitionResolver resolver) {

  static final TemplateResolver MANAGED = new TemplateResolver(TemplateOptions.managed());

  /** A template in which nothing has to be resolved. */
  static CompiledTemplate plain(ObjectTemplate template, boolean sensitive) {
    return new CompiledTemplate(
        template, DefinitionResolver.plain(template.objectDefinition(), sensitive));
  }

  static CompiledTemplate of(ObjectTemplate template) {
    try {
      TemplateResolver.Compiled compiled = MANAGED.compile(template.objectDefinition());
      return compiled.templated()
          ? new CompiledTemplate(template, resolver(compiled))
          : plain(template, false);
    } catch (TemplateException e) {
      DefinitionResolver.Resolution failed = failed(e);
      return new CompiledTemplate(template, (_, _) -> failed);
    }
  }

  private static DefinitionResolver resolver(TemplateResolver.Compiled compiled) {
    return (target, surroundings) -> {
      TemplateContext context =
          TemplateContext.ofObject(target.object().orElse(null), target.namespace(), target.name());
      try {
        return resolution(compiled.resolve(context, surroundings.lookup(), surroundings.now()));
      } catch (TemplateException e) {
        return failed(e);
      }
    };
  }

  private static DefinitionResolver.Resolution resolution(TemplateResult result) {
    if (result.skipped()) {
      return new DefinitionResolver.Resolution.Skipped();
    }
    return result.value() instanceof JsonObject object
        ? new DefinitionResolver.Resolution.Resolved(object, result.sensitive())
        : new DefinitionResolver.Resolution.Failed(
            "The object definition is no object after template resolution");
  }

  private static DefinitionResolver.Resolution failed(TemplateException e) {
    return e.skipped()
        ? new DefinitionResolver.Resolution.Skipped()
        : new DefinitionResolver.Resolution.Failed(e.upstream());
  }
}
