<?xml version="1.0" encoding="UTF-8"?>
<!-- What other editions encode and the series does not: apparatus (P5 ch. 12), structured bibliography (3.12.2), speeches and casts (ch. 7), lists of
     persons, places and organisations (ch. 13). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The reading of the text, and the others in brackets behind it, each with its witnesses. -->
  <xsl:template match="app" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'app'"/></xsl:call-template>
      <xsl:variable name="text" as="element()?" select="(lem, rdg, rdgGrp/rdg)[1]"/>
      <xsl:apply-templates select="$text" mode="render"/>
      <xsl:for-each select="* except $text">
        <xsl:text> </xsl:text><span class="added">[</span><xsl:apply-templates select="." mode="render"/>
        <xsl:if test="@wit">
          <span class="added">: <xsl:value-of select="tokenize(@wit) ! replace(., '^#', '')" separator=", "/></span>
        </xsl:if>
        <span class="added">]</span>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- Parts of a citation that hold parts: parted by commas. -->
  <xsl:template match="biblStruct | analytic | monogr | series | imprint | person | place | org | personGrp | event | nym | castItem" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:for-each select="node()[not(self::text()[normalize-space() = ''])]">
        <xsl:if test="position() gt 1"><span class="added">,</span><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="render"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listWit | castList | castGroup" mode="render">
    <xsl:apply-templates select="head" mode="list-head"/>
    <ul>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:for-each select="* except head"><li><xsl:apply-templates select="." mode="render"/></li></xsl:for-each>
    </ul>
  </xsl:template>

  <!-- A speech: who speaks, and what. -->
  <xsl:template match="sp" mode="render">
    <div>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'sp'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </div>
  </xsl:template>
  <xsl:template match="speaker" mode="render">
    <p>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'speaker'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </p>
  </xsl:template>
  <xsl:template match="stage" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'stage'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>

  <!-- A title page in a floating text, or in a reading, is a part of it. -->
  <xsl:template match="floatingText//titlePage | titlePage[not(parent::front or parent::back)]" mode="render" priority="1">
    <div class="titlePage"><xsl:apply-templates mode="render"/></div>
  </xsl:template>
  <xsl:template match="floatingText//div" mode="render" priority="3">
    <div>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'div'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
      <xsl:call-template name="notes"/>
    </div>
  </xsl:template>
  <xsl:template match="floatingText/front | floatingText/body | floatingText/back | floatingText/group" mode="render" priority="2">
    <xsl:apply-templates mode="render"/>
  </xsl:template>
</xsl:stylesheet>
