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
      <xsl:for-each select="(rdgGrp/rdg, * except rdgGrp) except $text">
        <xsl:choose>
          <xsl:when test="self::note"><xsl:apply-templates select="." mode="render"/></xsl:when>
          <xsl:otherwise>
            <xsl:text> </xsl:text><span class="added">[</span><xsl:apply-templates select="." mode="render"/>
            <!-- A reading without words is that of witnesses which have none here. -->
            <xsl:if test="self::rdg and not(node())"><span class="added words">omitted</span></xsl:if>
            <xsl:if test="@wit">
              <span class="added">: <xsl:value-of select="tokenize(@wit) ! replace(., '^#', '')" separator=", "/></span>
            </xsl:if>
            <span class="added">]</span>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </span>
  </xsl:template>
  <!-- Entries of an apparatus that stands by itself, each with where it belongs. -->
  <xsl:template match="listApp" mode="render">
    <xsl:apply-templates select="head" mode="list-head"/>
    <ul class="listApp">
      <xsl:for-each select="* except head">
        <li><xsl:if test="self::app[@loc or @n]"><span class="added"><xsl:value-of select="(@loc, @n)[1] || ' '"/></span></xsl:if><xsl:apply-templates select="." mode="render"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Parts of a citation that hold parts: parted by commas. -->
  <xsl:template match="biblStruct | analytic | monogr | series | imprint | person | place | org | personGrp | event | nym | castItem
    | biblFull | biblFull//titleStmt | biblFull//publicationStmt | msDesc | msIdentifier | msContents | msItem | physDesc | objectDesc | supportDesc
    | history | origin | object | objectIdentifier" mode="render">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:for-each select="node()[not(self::text()[normalize-space() = ''])]">
        <xsl:if test="position() gt 1 and not(self::note) and c:says-something(.)"><span class="added">,</span><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="render"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:function name="c:says-something" as="xs:boolean">
    <xsl:param name="part" as="node()"/>
    <xsl:sequence select="normalize-space($part) ne '' or $part/self::*[self::birth or self::death][@when or @notBefore or @notAfter]"/>
  </xsl:function>
  <!-- Of a life the dates are facts, also where they stand in attributes alone. -->
  <xsl:template match="birth | death" mode="render">
    <xsl:variable name="when" as="xs:string" select="string((@when, string-join((@notBefore, @notAfter), '–'))[. ne ''][1])"/>
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:if test="c:says-something(.)">
        <span class="added words"><xsl:value-of select="if (self::birth) then 'born' else 'died', $when[not(contains(current(), .))]"/></span>
        <xsl:if test="normalize-space()"><xsl:text> </xsl:text></xsl:if>
      </xsl:if>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>

  <xsl:template match="listPerson | listPlace | listOrg | listObject | listEvent | listNym | listWit | castList | castGroup" mode="render">
    <xsl:apply-templates select="head" mode="list-head"/>
    <ul>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:for-each select="* except head"><li><xsl:apply-templates select="." mode="render"/></li></xsl:for-each>
    </ul>
  </xsl:template>

  <!-- What was said, and what was heard beside it (ch. 8); a reading aid over or behind its characters (P5 3.4.1.2). -->
  <xsl:template match="u" mode="render">
    <p><xsl:call-template name="attributes"><xsl:with-param name="class" select="'u'"/></xsl:call-template><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <xsl:template match="vocal | incident | kinesic | writing" mode="render">
    <span class="{local-name()}"><xsl:call-template name="enclosed"/></span>
  </xsl:template>
  <xsl:template match="pause" mode="render"><span class="added words">[pause]</span></xsl:template>
  <xsl:template match="rt" mode="render">
    <span class="rt"><xsl:call-template name="enclosed"><xsl:with-param name="open" select="'('"/><xsl:with-param name="close" select="')'"/></xsl:call-template></span>
  </xsl:template>
  <xsl:template match="ruby | rb" mode="render"><span class="{local-name()}"><xsl:apply-templates mode="render"/></span></xsl:template>

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
