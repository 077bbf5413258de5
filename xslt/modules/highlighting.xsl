<?xml version="1.0" encoding="UTF-8"?>
<!-- What @rend, @rendition and @style of a highlighted phrase say of its type (P5 1.3.1.1.3): there is no list of their values, so the words that editions
     use are looked for. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The element of XHTML for each word, without its hyphens and capitals; letter-spaced is emphasis. -->
  <xsl:variable name="highlighting" as="map(xs:string, xs:string)" select="map {
    'italic': 'em', 'italics': 'em', 'i': 'em', 'it': 'em', 'ital': 'em', 'g': 'em', 'spaced': 'em', 'gesperrt': 'em', 'letterspace': 'em',
    'bold': 'strong', 'b': 'strong', 'bf': 'strong', 'strong': 'strong',
    'underline': 'u', 'underlined': 'u', 'u': 'u', 'uu': 'u', 'doubleunderline': 'u',
    'superscript': 'sup', 'super': 'sup', 'sup': 'sup', 'subscript': 'sub', 'sub': 'sub',
    'smallcaps': 'smallcaps', 'smallcap': 'smallcaps', 'sc': 'smallcaps', 'k': 'smallcaps',
    'strikethrough': 'del', 'linethrough': 'del' }"/>
  <xsl:key name="rendition" match="tagsDecl/rendition" use="@xml:id"/>

  <xsl:function name="c:highlights" as="xs:string*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:variable name="renditions" as="xs:string*" select="tokenize($phrase/@rendition) ! replace(., '^.*[#:](simple_)?', '')"/>
    <xsl:variable name="css" as="xs:string*" select="string($phrase/@style), if (contains($phrase/@rend, ':')) then string($phrase/@rend) else (),
      $renditions ! key('rendition', ., root($phrase)) ! string(.)"/>
    <xsl:sequence select="distinct-values((
      (tokenize($phrase/@rend[not(contains(., ':'))]), $renditions) ! $highlighting(lower-case(translate(., '-_', ''))),
      $css ! c:highlights-of-css(.)))"/>
  </xsl:function>
  <xsl:function name="c:highlights-of-css" as="xs:string*">
    <xsl:param name="css" as="xs:string"/>
    <xsl:for-each select="tokenize(lower-case($css), ';')">
      <xsl:variable name="property" as="xs:string" select="normalize-space(substring-before(., ':'))"/>
      <xsl:variable name="value" as="xs:string" select="normalize-space(substring-after(., ':'))"/>
      <xsl:sequence select="
        if ($property = ('font-style', 'font-weight', 'font-variant', 'text-decoration', 'vertical-align'))
          then tokenize($value) ! $highlighting(translate(., '-', ''))
        else if ($property = 'letter-spacing' and not($value = ('0', 'normal'))) then 'em' else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The content of a phrase in all its kinds of type, one in the other. -->
  <xsl:template name="highlighted">
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:variable name="inner" as="node()*">
      <xsl:choose>
        <xsl:when test="exists($kinds)">
          <xsl:call-template name="highlighted"><xsl:with-param name="kinds" select="tail($kinds)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="render"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($kinds)"><xsl:sequence select="$inner"/></xsl:when>
      <xsl:when test="head($kinds) = 'smallcaps'"><span class="smallcaps"><xsl:sequence select="$inner"/></span></xsl:when>
      <xsl:otherwise><xsl:element name="{head($kinds)}"><xsl:sequence select="$inner"/></xsl:element></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
