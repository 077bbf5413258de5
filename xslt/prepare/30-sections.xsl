<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections: ids of those that the TEI leaves without one, and the numbers of attachments within their documents. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Whether there are such, as far as who built the tree knows: looking for them is a walk over the whole text each. -->
  <xsl:param name="may-have-nameless" as="xs:boolean" select="true()"/>
  <xsl:param name="may-have-attachments" as="xs:boolean" select="true()"/>

  <!-- By generate-id: section-1 … for divisions, d73-att1 … for attachments and floating texts. -->
  <xsl:variable name="section-ids" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:variable name="nameless" as="element(div)*" select="if ($may-have-nameless) then $shown ! descendant::div[not(@xml:id)] else ()"/>
      <xsl:variable name="attached" as="element(div)*" select="$nameless[ancestor::frus:attachment or ancestor::floatingText]"/>
      <!-- Divisions of attachments are no sections of the volume, and do not count among them. -->
      <xsl:for-each select="$nameless except $attached, $attached">
        <xsl:map-entry key="generate-id()" select="'section-' || position()"/>
      </xsl:for-each>
      <xsl:for-each-group select="if ($may-have-attachments) then /TEI/text ! descendant::*[self::frus:attachment or self::floatingText][not(@xml:id)] else ()" group-by="string(ancestor::div[1]/@xml:id)">
        <xsl:variable name="document" as="xs:string" select="current-grouping-key()"/>
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="string-join(($document[. ne ''], 'att' || position()), '-')"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- What editions show of a file: the text, and behind it what stands beside it. -->
  <xsl:variable name="shown" as="element()*" select="/TEI/text, /TEI/teiHeader/profileDesc/(particDesc | settingDesc)[normalize-space()],
    /TEI/(standOff | sourceDoc)[normalize-space()]"/>
  <xsl:function name="c:beside-id" as="xs:string">
    <xsl:param name="beside" as="element()"/>
    <xsl:sequence select="string(($beside/@xml:id, local-name($beside) || (count($shown[. &lt;&lt; $beside][local-name() = local-name($beside)]) + 1)[. gt 1])[1])"/>
  </xsl:function>

  <xsl:function name="c:section-id" as="xs:string">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="if ($section/@xml:id) then string($section/@xml:id) else $section-ids(generate-id($section))"/>
  </xsl:function>
</xsl:stylesheet>
