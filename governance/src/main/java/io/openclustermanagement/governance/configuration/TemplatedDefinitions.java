package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.template.ObjectLookup;
import io.openclustermanagement.governance.template.TemplateContext;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions;
import io.openclustermanagement.governance.template.TemplateResolver;
import io.openclustermanagement.governance.template.TemplateResult;

/** Resolves managed templates; look-ups read the inventory. */
final class TemplatedDefinitions implements DefinitionResolver {

  private final TemplateResolver resolver = new TemplateResolver(TemplateOptions.managed());
  private final ObjectLookup lookup;

  TemplatedDefinitions(Inventory inventory) {
    this.lookup = new InventoryLookup(inventory);
  }

  @Override
  public Resolution resolve(JsonObject definition, Target target) {
    TemplateContext context =
        TemplateContext.ofObject(target.object().orElse(null), target.namespace(), target.name());
    try {
      TemplateResult result = resolver.resolve(definition, context, lookup);
      if (result.skipped()) {
        return new Resolution.Skipped();
      }
      return result.value() instanceof JsonObject object
          ? new Resolution.Resolved(object, result.sensitive())
          : new Resolution.Failed("The object definition is no object after template resolution");
    } catch (TemplateException e) {
      return e.skipped() ? new Resolution.Skipped() : new Resolution.Failed(e.upstream());
    }
  }

  /** The list that {@code object-templates-raw} stands for. */
  TemplateResult raw(String text) throws TemplateException {
    return resolver.resolveYaml(text, TemplateContext.EMPTY, lookup);
  }
}
