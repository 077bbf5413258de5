<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, terms, places and dates (P5 ch. 13). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="placeName" mode="render"><span class="placeName"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="date" mode="render"><span class="date"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="time[@when or @from or @to]" mode="render">
    <span class="time">
      <xsl:if test="@when | @from"><xsl:attribute name="data-from" select="(@when, @from)[1]"/></xsl:if>
      <xsl:if test="@to"><xsl:attribute name="data-to" select="@to"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>
  <xsl:template match="date[@from or @to]" mode="render">
    <span class="date">
      <xsl:if test="@from"><xsl:attribute name="data-from" select="@from"/></xsl:if>
      <xsl:if test="@to"><xsl:attribute name="data-to" select="@to"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>
  <xsl:template match="date[@when]" mode="render"><time datetime="{@when}"><xsl:apply-templates mode="render"/></time></xsl:template>

  <!-- The entry of a list of persons or terms is what names in the text point to. -->
  <xsl:template match="term" mode="render">
    <xsl:choose>
      <xsl:when test="@xml:id"><dfn class="term" id="{@xml:id}"><xsl:apply-templates mode="render"/></dfn></xsl:when>
      <xsl:otherwise><span class="term"><xsl:apply-templates mode="render"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Names and terms are a third of all elements: one rule for each, without predicates. -->
  <xsl:template match="persName" mode="render" priority="20">
    <xsl:choose>
      <xsl:when test="@xml:id or @type">
        <xsl:variable name="to" as="xs:string?" select="if (@corresp) then string(@corresp) else if (@ref) then c:authority(.) else ()"/>
        <xsl:element name="{if ($to) then 'a' else 'span'}">
          <xsl:attribute name="class" select="'persName'"/>
          <xsl:if test="$to"><xsl:attribute name="href" select="$to"/></xsl:if>
          <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
          <xsl:if test="@type"><xsl:attribute name="data-type" select="@type"/></xsl:if>
          <xsl:apply-templates mode="render"/>
        </xsl:element>
      </xsl:when>
      <xsl:when test="@corresp"><a class="persName" href="{@corresp}"><xsl:apply-templates mode="render"/></a></xsl:when>
      <xsl:when test="starts-with(@ref, '#') and key('identified', c:pointed(@ref))"><a class="persName" href="{@ref}"><xsl:apply-templates mode="render"/></a></xsl:when>
      <xsl:when test="@ref and c:authority(.)"><a class="persName" href="{c:authority(.)}"><xsl:apply-templates mode="render"/></a></xsl:when>
      <xsl:otherwise><span class="persName"><xsl:apply-templates mode="render"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- The address of who or what is named, in a register of the web (VIAF, GND, GeoNames, Wikidata): the first in @ref (P5 13.1.1). -->
  <xsl:function name="c:authority" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:if test="contains($name/@ref, '://')"><xsl:sequence select="tokenize($name/@ref)[matches(., '^https?://[^\s&lt;>&quot;{}|\\^`]+$')][1]"/></xsl:if>
  </xsl:function>
  <!-- Other names whose entry is in the volume, or in a register of the web. -->
  <xsl:template match="placeName[@ref] | orgName[@ref] | name[@ref] | rs[@ref] | geogName[@ref] | settlement[@ref] | country[@ref] | region[@ref]" mode="render" priority="2">
    <xsl:variable name="to" as="xs:string?"
      select="if (starts-with(@ref, '#')) then @ref[key('identified', c:pointed(.))] ! string() else c:authority(.)"/>
    <xsl:choose>
      <xsl:when test="$to">
        <a href="{$to}"><xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:apply-templates mode="render"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="gloss" mode="render" priority="20">
    <xsl:if test="@xml:id"><xsl:call-template name="address"/></xsl:if>
    <xsl:choose>
      <xsl:when test="@target"><a class="gloss" href="{@target}"><xsl:apply-templates mode="render"/></a></xsl:when>
      <xsl:otherwise>
        <span class="gloss">
          <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
          <xsl:if test="@type"><xsl:attribute name="data-type" select="@type"/></xsl:if>
          <xsl:apply-templates mode="render"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
