<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 1: copies the schema with `include` and `extends/@href` replaced by what they name. Every Schematron element is marked with
     its file (`c:in`) and its path there (`c:at`), so that later passes can say where a fault is. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:c="urn:x-chancery:schematron"
  exclude-result-prefixes="#all">

  <xsl:mode name="include" on-no-match="shallow-copy"/>

  <xsl:template match="sch:*" mode="include">
    <xsl:param name="file" as="xs:string" tunnel="yes" select="$base"/>
    <xsl:copy>
      <xsl:attribute name="c:in" select="$file"/>
      <xsl:attribute name="c:at" select="path(.)"/>
      <xsl:apply-templates select="@*, node()" mode="include"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="/*[not(self::sch:*)]" mode="include" priority="2">
    <xsl:variable name="root" select="name()"/>
    <xsl:variable name="here" as="element()"><c:here c:in="{$base}" c:at="{path(.)}"/></xsl:variable>
    <xsl:sequence select="c:problem($here, 'The root element is ' || $root || '; a Schematron schema has sch:schema in the namespace http://purl.oclc.org/dsdl/schematron.')"/>
  </xsl:template>

  <xsl:template match="sch:include" mode="include" priority="1">
    <xsl:call-template name="fetch"/>
  </xsl:template>

  <xsl:template match="sch:extends[@href]" mode="include" priority="1">
    <xsl:variable name="fetched" as="element()*"><xsl:call-template name="fetch"/></xsl:variable>
    <xsl:sequence select="$fetched/self::c:problem, $fetched/node()"/>
  </xsl:template>

  <!-- The element that @href names: the root of a local file, or the element with the id after `#`. -->
  <xsl:template name="fetch" as="element()*">
    <xsl:param name="file" as="xs:string" tunnel="yes" select="$base"/>
    <xsl:param name="open" as="xs:string*" tunnel="yes" select="$base"/>
    <xsl:variable name="reference" select="normalize-space(@href)"/>
    <xsl:variable name="id" select="substring-after($reference, '#')"/>
    <xsl:variable name="path" select="if (contains($reference, '#')) then substring-before($reference, '#') else $reference"/>
    <xsl:variable name="here" as="element()"><c:here c:in="{$file}" c:at="{path(.)}"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="matches($path, '^[A-Za-z][A-Za-z0-9+.-]*:') and not(starts-with($path, 'file:'))">
        <xsl:sequence select="c:problem($here, 'Only local files are included; ' || $path || ' is not fetched.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="uri" select="if ($path = '') then $file else string(resolve-uri($path, $file))"/>
        <xsl:choose>
          <xsl:when test="$path != '' and $uri = $open">
            <xsl:sequence select="c:problem($here, 'The file ' || $path || ' includes itself.')"/>
          </xsl:when>
          <xsl:when test="$path != '' and not(doc-available($uri))">
            <xsl:sequence select="c:problem($here, 'The file ' || $path || ' cannot be read or is not well-formed.')"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="document" select="if ($path = '') then root(.) else doc($uri)"/>
            <xsl:variable name="target" select="if ($id = '') then $document/* else ($document//*[@id = $id or @xml:id = $id])[1]"/>
            <xsl:choose>
              <xsl:when test="empty($target)">
                <xsl:sequence select="c:problem($here, 'There is no element with the id ' || $id || ' in ' || $path || '.')"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="$target" mode="include">
                  <xsl:with-param name="file" select="$uri" tunnel="yes"/>
                  <xsl:with-param name="open" select="$open, $uri" tunnel="yes"/>
                </xsl:apply-templates>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
