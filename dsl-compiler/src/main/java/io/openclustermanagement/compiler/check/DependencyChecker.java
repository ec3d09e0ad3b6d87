package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.compiler.program.Dependency;
import io.openclustermanagement.compiler.program.Dependency.On;
import io.openclustermanagement.compiler.program.Dependency.State;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicyClause.DependencyKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a policy or a template waits for. */
final class DependencyChecker {

  /** Kinds of the policy group that need no version behind them. */
  private static final Map<String, String> POLICY_KINDS =
      Map.of(
          "Policy", PolicyApi.GROUP + "/v1",
          "PolicySet", PolicyApi.GROUP + "/v1beta1",
          "ConfigurationPolicy", PolicyApi.GROUP + "/v1",
          "CertificatePolicy", PolicyApi.GROUP + "/v1",
          "OperatorPolicy", PolicyApi.GROUP + "/v1beta1",
          "ConstraintTemplate", "templates.gatekeeper.sh/v1");

  private final Context context;
  private final Policies policies;
  private final Symbol own;

  /**
   * @param own the policy that waits
   */
  DependencyChecker(Context context, Policies policies, Symbol own) {
    this.context = context;
    this.policies = policies;
    this.own = own;
  }

  /** A dependency on something declared; empty after a report. */
  Optional<Dependency> check(PolicyClause.After written) {
    Optional<State> state = state(written.state());
    Optional<On> on =
        switch (written.kind()) {
          case POLICY ->
              policies
                  .resolve(written.dependency(), context, SymbolKind.POLICY)
                  .map(symbol -> new On.Policy(symbol.name()));
          case POLICY_SET ->
              context
                  .scope()
                  .resolve(written.dependency(), SymbolKind.POLICY_SET)
                  .map(symbol -> new On.PolicySet(symbol.name()));
          case RULE, TEMPLATE ->
              policies
                  .part(written.dependency(), written.kind(), Optional.of(own), context)
                  .map(
                      part ->
                          new On.Template(
                              part.policy().name(),
                              part.name().text(),
                              written.kind() == DependencyKind.RULE));
        };
    return on.flatMap(each -> state.map(wanted -> new Dependency(each, wanted, written.at())));
  }

  /** A dependency on something that no source declares; empty after a report. */
  Optional<Dependency> check(PolicyClause.AfterObject written) {
    Optional<State> state = state(written.state());
    return apiVersion(written.kind())
        .flatMap(
            version ->
                state.map(
                    wanted ->
                        new Dependency(
                            new On.ClusterObject(
                                version,
                                written.kind().kind(),
                                written.name().text(),
                                Optional.ofNullable(written.namespace()).map(each -> each.text())),
                            wanted,
                            written.at())));
  }

  private Optional<String> apiVersion(KindName kind) {
    if (kind.apiVersion() != null) {
      return Optional.of(kind.apiVersion());
    }
    Optional<String> known = Optional.ofNullable(POLICY_KINDS.get(kind.kind()));
    if (known.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.UNKNOWN_WORD,
                      kind.span(),
                      "The group of `%s` is not known.".formatted(kind.kind()))
                  .help("write it behind the kind, as in `%s@group/v1`.".formatted(kind.kind())));
    }
    return known;
  }

  private Optional<State> state(@Nullable Name written) {
    if (written == null) {
      return Optional.of(State.COMPLIANT);
    }
    Optional<State> found =
        Arrays.stream(State.values())
            .filter(each -> each.word().equals(written.text()))
            .findFirst();
    if (found.isEmpty()) {
      context.reportUnknownWord(
          written, "state", Arrays.stream(State.values()).map(State::word).toList());
    }
    return found;
  }
}
