<?xml version="1.0" encoding="UTF-8"?>
<!--
  ISO Schematron (ISO/IEC 19757-3:2016 and 2020) → XSLT 3.0.

  Input: a schema (`sch:schema`). Output: a stylesheet that turns an instance into an SVRL report, or, where the schema is faulty,
  a `problems` element that says where and why. Three passes, each in its own file:

    1-include   `include` and `extends/@href`, from local files only
    2-expand    abstract patterns and rules
    3-compile   patterns → template rules
-->
<xsl:package version="3.0" name="https://chancery.invalid/schematron" package-version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:c="urn:x-chancery:schematron"
  exclude-result-prefixes="#all">

  <xsl:import href="passes/1-include.xsl"/>
  <xsl:import href="passes/2-expand.xsl"/>
  <xsl:import href="passes/3-compile.xsl"/>

  <!-- The URI of the schema, against which its includes are resolved. -->
  <xsl:param name="base" as="xs:string" select="''"/>
  <!-- The phase to run: an id, `#ALL`, or `#DEFAULT` (the schema's own default phase). -->
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <xsl:output method="xml" indent="no" encoding="UTF-8"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:variable name="included" as="document-node()">
      <xsl:document><xsl:apply-templates mode="include"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="expanded" as="document-node()">
      <xsl:document><xsl:apply-templates select="$included" mode="expand"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="compiled" as="element()*">
      <xsl:if test="not($expanded//c:problem)">
        <xsl:apply-templates select="$expanded/*" mode="compile"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="problems" as="element(c:problem)*" select="$expanded//c:problem, $compiled/descendant-or-self::c:problem"/>
    <xsl:choose>
      <xsl:when test="$problems">
        <c:problems><xsl:copy-of select="$problems"/></c:problems>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$compiled"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is wrong with the schema, with the file and the path of the element at fault. -->
  <xsl:function name="c:problem" as="element(c:problem)">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="message" as="xs:string"/>
    <c:problem in="{($at/ancestor-or-self::*/@c:in)[last()]}" at="{($at/ancestor-or-self::*/@c:at)[last()]}" message="{$message}"/>
  </xsl:function>
</xsl:package>
