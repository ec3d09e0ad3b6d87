package io.openclustermanagement.api.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.openclustermanagement.api.kubernetes.StructuralType.ListKind;
import io.openclustermanagement.api.kubernetes.StructuralType.Text;
import io.openclustermanagement.api.meta.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesSchemasTest {
  private final KubernetesSchemas schemas = KubernetesSchemas.builtIn();

  @ParameterizedTest
  @CsvSource({
    "Deployment, apps/v1, deployments, true",
    "Pod, v1, pods, true",
    "LimitRange, v1, limitranges, true",
    "Namespace, v1, namespaces, false",
    "Endpoints, v1, endpoints, true",
    "ClusterRoleBinding, rbac.authorization.k8s.io/v1, clusterrolebindings, false",
    "NetworkPolicy, networking.k8s.io/v1, networkpolicies, true",
    "CronJob, batch/v1, cronjobs, true",
    "HorizontalPodAutoscaler, autoscaling/v2, horizontalpodautoscalers, true",
    "CustomResourceDefinition, apiextensions.k8s.io/v1, customresourcedefinitions, false",
    "ValidatingAdmissionPolicy, admissionregistration.k8s.io/v1, validatingadmissionpolicies, false",
    "Event, v1, events, true",
  })
  void aBareKindIsThePreferredVersion(
      String kind, String apiVersion, String plural, boolean namespaced) {
    ResourceType type = found(schemas.lookup(kind));

    assertThat(type.apiVersion()).isEqualTo(apiVersion);
    assertThat(type.plural()).isEqualTo(plural);
    assertThat(type.namespaced()).isEqualTo(namespaced);
  }

  @Test
  void fieldsSayWhatIsRequiredAndWhatTheServerFillsIn() {
    StructType deployment = root("Deployment");
    StructType spec = struct(deployment, "spec");
    StructType pod = struct(struct(spec, "template"), "spec");
    StructType container = (StructType) list(pod, "containers").element();

    assertThat(field(deployment, "spec").required()).isTrue();
    assertThat(field(deployment, "metadata").required()).isFalse();
    assertThat(field(deployment, "metadata").filled()).isTrue();
    assertThat(field(spec, "selector").required()).isTrue();
    assertThat(field(spec, "replicas").required()).isFalse();
    assertThat(field(spec, "replicas").type()).isEqualTo(new StructuralType.WholeNumber(false));
    assertThat(field(pod, "containers").required()).isTrue();
    assertThat(list(pod, "containers").kind()).isEqualTo(ListKind.MAP);
    assertThat(list(pod, "containers").keys()).containsExactly("name");
    assertThat(container.name()).isEqualTo("Container");
    assertThat(field(container, "name").required()).isTrue();
    assertThat(field(container, "image").required()).isFalse();
    assertThat(field(container, "resources").filled()).isTrue();
    assertThat(field(container, "image").description()).isEqualTo("Container image name.");
  }

  @Test
  void valuesOfTheOpenApiDocumentsKeepTheirTypes() {
    StructType quota = struct(root("ResourceQuota"), "spec");
    StructType port = (StructType) list(struct(root("Service"), "spec"), "ports").element();

    assertThat(field(quota, "hard").type())
        .isEqualTo(new StructuralType.MapOf(new StructuralType.Amount()));
    assertThat(field(port, "targetPort").type()).isEqualTo(new StructuralType.IntOrText());
    assertThat(field(port, "protocol").defaultValue()).isEqualTo(new JsonString("TCP"));
    assertThat(((Text) field(port, "protocol").type()).values()).contains("TCP", "UDP", "SCTP");
    assertThat(field(root("Secret"), "data").type())
        .isEqualTo(new StructuralType.MapOf(new Text(StructuralType.Format.BYTE, List.of())));
  }

  @Test
  void kindsOfOpenClusterManagementAreKnown() {
    KubernetesSchemas schemas = KubernetesSchemas.builtIn();

    assertThat(schemas.lookup("Placement"))
        .isInstanceOfSatisfying(
            KindLookup.Found.class,
            found ->
                assertThat(found.type().apiVersion())
                    .isEqualTo("cluster.open-cluster-management.io/v1beta1"));
    assertThat(schemas.find("policy.open-cluster-management.io/v1", "CertificatePolicy"))
        .hasValueSatisfying(type -> assertThat(type.namespaced()).isTrue());
    assertThat(schemas.knows("work.open-cluster-management.io/v1")).isTrue();
    assertThat(schemas.lookup("CertificatPolicy"))
        .isEqualTo(new KindLookup.Unknown(List.of("CertificatePolicy")));
    assertThat(schemas.kinds()).contains("Deployment", "PolicySet");
  }

  @Test
  void aStructIsOneObject() {
    assertThat(struct(root("Deployment"), "metadata"))
        .isSameAs(struct(root("ClusterRole"), "metadata"));
    assertThat(struct(struct(root("Deployment"), "spec"), "template"))
        .isSameAs(struct(struct(root("StatefulSet"), "spec"), "template"));
  }

  @Test
  void structsMayContainThemselves() {
    StructType spec = struct(root("CustomResourceDefinition"), "spec");
    StructType version = (StructType) list(spec, "versions").element();
    StructType schema = struct(struct(version, "schema"), "openAPIV3Schema");

    assertThat(schema.name()).isEqualTo("JSONSchemaProps");
    assertThat(struct(schema, "not")).isSameAs(schema);
  }

  @Test
  void everythingCanBeUnpacked() {
    Set<StructType> seen = new HashSet<>();

    assertThatNoException()
        .isThrownBy(() -> schemas.all().forEach(type -> visit(type.root(), seen)));
    assertThat(seen).hasSizeGreaterThan(500);
    assertThat(seen)
        .flatMap(StructType::fields)
        .allSatisfy(field -> assertThat(field.description()).doesNotContain("\n"));
  }

  @Test
  void aMisspeltKindIsFound() {
    assertThat(schemas.lookup("Deploymnt"))
        .isEqualTo(new KindLookup.Unknown(List.of("Deployment")));
    assertThat(schemas.lookup("Zyzzyva")).isEqualTo(new KindLookup.Unknown(List.of()));
  }

  @Test
  void aKindInAnotherVersionSaysWhereItIs() {
    assertThat(schemas.lookup("Deployment", "extensions/v1beta1"))
        .isEqualTo(
            new KindLookup.OtherVersion(
                List.of(schemas.find("apps/v1", "Deployment").orElseThrow())));
  }

  @Test
  void builtInKindsComeBeforeThoseOfCrds() {
    KubernetesSchemas more =
        schemas.with(
            List.of(
                custom("serving.knative.dev", "v1", "Service"),
                custom("a.example", "v1beta1", "Gadget"),
                custom("a.example", "v1", "Gadget"),
                custom("b.example", "v2", "Gadget")));

    assertThat(found(more.lookup("Service")).apiVersion()).isEqualTo("v1");
    assertThat(more.lookup("Gadget"))
        .isInstanceOfSatisfying(
            KindLookup.Ambiguous.class,
            several ->
                assertThat(several.candidates())
                    .extracting(ResourceType::apiVersion)
                    .containsExactly("a.example/v1", "b.example/v2"));
    assertThat(found(more.lookup("Gadget", "a.example/v1beta1")).version()).isEqualTo("v1beta1");
  }

  private static ResourceType custom(String group, String version, String kind) {
    StructType root = new StructType(kind, false, List::of);
    return new ResourceType(group, version, kind, kind.toLowerCase() + "s", true, root);
  }

  private static void visit(StructuralType type, Set<StructType> seen) {
    switch (type) {
      case StructType struct -> {
        if (seen.add(struct)) {
          struct.fields().forEach(field -> visit(field.type(), seen));
        }
      }
      case StructuralType.ListOf list -> visit(list.element(), seen);
      case StructuralType.MapOf map -> visit(map.values(), seen);
      case StructuralType.Text _,
          StructuralType.WholeNumber _,
          StructuralType.DecimalNumber _,
          StructuralType.Bool _,
          StructuralType.Amount _,
          StructuralType.IntOrText _,
          StructuralType.Any _,
          StructuralType.EmbeddedResource _ -> {}
    }
  }

  private StructType root(String kind) {
    return found(schemas.lookup(kind)).root();
  }

  private static ResourceType found(KindLookup lookup) {
    assertThat(lookup).isInstanceOf(KindLookup.Found.class);
    return ((KindLookup.Found) lookup).type();
  }

  private static StructField field(StructType struct, String name) {
    return Objects.requireNonNull(struct.field(name), () -> struct + "." + name);
  }

  private static StructType struct(StructType struct, String name) {
    return (StructType) field(struct, name).type();
  }

  private static StructuralType.ListOf list(StructType struct, String name) {
    return (StructuralType.ListOf) field(struct, name).type();
  }
}
