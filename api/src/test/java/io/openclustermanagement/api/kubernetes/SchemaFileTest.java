package io.openclustermanagement.api.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.JsonString;
import org.junit.jupiter.api.Test;

class SchemaFileTest {
  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: gadgets.example.com}
      spec:
        group: example.com
        scope: Cluster
        names: {kind: Gadget, plural: gadgets}
        versions:
          - name: v1
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [size]
                    properties:
                      size: {type: integer, format: int64, description: How large it is. In metres.}
                      mode: {type: string, enum: [Fast, Slow], default: Fast}
                      since: {type: string, format: date-time}
                      port: {x-kubernetes-int-or-string: true}
                      memory:
                        pattern: ^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE])?$
                        x-kubernetes-int-or-string: true
                      template: {type: object, x-kubernetes-embedded-resource: true}
                      free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      half: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: string}}}
                      labels: {type: object, additionalProperties: {type: string}}
                      items:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [id]
                        items: {type: object, properties: {id: {type: string}}}
          - name: v1beta1
      """;

  @Test
  void aCrdDescribesItsKindInEachVersion() {
    SchemaFile file = SchemaFile.read("gadget.yaml", CRD);

    assertThat(file.problems()).isEmpty();
    assertThat(file.types())
        .extracting(ResourceType::toString)
        .containsExactly("Gadget@example.com/v1", "Gadget@example.com/v1beta1");
    assertThat(file.types())
        .allMatch(type -> !type.namespaced() && type.plural().equals("gadgets"));
    assertThat(file.types().getFirst().root().fieldNames())
        .containsExactly("apiVersion", "kind", "metadata", "spec");
    assertThat(file.types().getLast().root().open()).isTrue();
  }

  @Test
  void fieldsOfACrdHaveTheTypesOfBuiltInOnes() {
    StructType spec =
        (StructType)
            field(SchemaFile.read("gadget.yaml", CRD).types().getFirst().root(), "spec").type();

    assertThat(spec.name()).isEqualTo("Gadget.spec");
    assertThat(field(spec, "size").required()).isTrue();
    assertThat(field(spec, "size").type()).isEqualTo(new StructuralType.WholeNumber(true));
    assertThat(field(spec, "size").description()).isEqualTo("How large it is.");
    assertThat(field(spec, "mode").defaultValue()).isEqualTo(new JsonString("Fast"));
    assertThat(field(spec, "mode").filled()).isTrue();
    assertThat(field(spec, "since").type().noun()).isEqualTo("a time");
    assertThat(field(spec, "port").type()).isEqualTo(new StructuralType.IntOrText());
    assertThat(field(spec, "memory").type()).isEqualTo(new StructuralType.Amount());
    assertThat(field(spec, "template").type()).isEqualTo(new StructuralType.EmbeddedResource());
    assertThat(field(spec, "free").type()).isEqualTo(new StructuralType.Any(true));
    assertThat(((StructType) field(spec, "half").type()).open()).isTrue();
    assertThat(field(spec, "labels").type())
        .isEqualTo(new StructuralType.MapOf(StructuralType.Text.ANY));
    assertThat(((StructuralType.ListOf) field(spec, "items").type()).keys()).containsExactly("id");
  }

  @Test
  void anOpenApiDocumentDescribesWhatCanBeCreated() {
    SchemaFile file =
        SchemaFile.read(
            "openapi.json",
            """
            {"openapi": "3.0.0",
             "paths": {
              "/apis/example.com/v1/namespaces/{namespace}/gizmos": {"post": {
                "x-kubernetes-group-version-kind": {"group": "example.com", "version": "v1", "kind": "Gizmo"}}},
              "/apis/example.com/v1/namespaces/{namespace}/gizmos/{name}/status": {"put": {
                "x-kubernetes-group-version-kind": {"group": "example.com", "version": "v1", "kind": "Gizmo"}}}},
             "components": {"schemas": {
              "com.example.v1.Gizmo": {"type": "object",
                "properties": {"next": {"allOf": [{"$ref": "#/components/schemas/com.example.v1.Gizmo"}]}},
                "x-kubernetes-group-version-kind": [{"group": "example.com", "version": "v1", "kind": "Gizmo"}]}}}}
            """);

    assertThat(file.types()).hasSize(1);
    ResourceType gizmo = file.types().getFirst();
    assertThat(gizmo.plural()).isEqualTo("gizmos");
    assertThat(gizmo.namespaced()).isTrue();
    assertThat(field(gizmo.root(), "next").type()).isSameAs(gizmo.root());
  }

  @Test
  void aListOfCrdsAndOtherObjectsIsReadThrough() {
    String list = "apiVersion: v1\nkind: List\nitems:\n- " + CRD.strip().replace("\n", "\n  ");

    assertThat(SchemaFile.read("list.yaml", list).types()).hasSize(2);
    assertThat(SchemaFile.read("pod.yaml", "apiVersion: v1\nkind: Pod\n").types()).isEmpty();
  }

  @Test
  void brokenTextIsAProblem() {
    assertThat(SchemaFile.read("x.yaml", "a: [").problems()).hasSize(1);
    assertThat(SchemaFile.read("x.yaml", "- 1\n- {}\n").types()).isEmpty();
  }

  private static StructField field(StructType struct, String name) {
    StructField field = struct.field(name);
    if (field == null) {
      throw new AssertionError(struct + " has no field " + name);
    }
    return field;
  }
}
