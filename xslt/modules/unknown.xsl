<?xml version="1.0" encoding="UTF-8"?>
<!-- Whatever no other module knows, and whatever a rule fails on: kept with its text and marked, for the program to report with its line. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- In what holds only blocks it is one, and so is what holds only elements in it; the words of those stand apart. In a sentence it is a phrase. -->
  <xsl:template match="*" mode="render note" priority="-10">
    <xsl:param name="is-in-parts" as="xs:boolean" select="false()"/>
    <xsl:variable name="has-parts" as="xs:boolean" select="exists(*) and empty(text()[normalize-space()])"/>
    <xsl:variable name="is-block" as="xs:boolean" select="exists(parent::list | parent::div | parent::body | parent::front | parent::back | parent::figure | parent::sp | parent::lg)
      or $is-in-parts and $has-parts"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates mode="render"><xsl:with-param name="is-in-parts" select="$is-block and $has-parts"/></xsl:apply-templates>
    </xsl:variable>
    <c:unknown name="{name()}" path="{path()}">
      <xsl:choose>
        <xsl:when test="$is-block and normalize-space()"><xsl:element name="{if (parent::list[not(label)]) then 'li' else 'div'}"><xsl:attribute name="class" select="'unknown'"/><xsl:sequence select="$content"/></xsl:element></xsl:when>
        <xsl:when test="$is-in-parts">
          <xsl:if test="preceding-sibling::node()[1][self::*]"><span class="added"><xsl:text> </xsl:text></span></xsl:if>
          <span class="unknown"><xsl:sequence select="$content"/></span>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
      </xsl:choose>
    </c:unknown>
  </xsl:template>

  <!-- Whether a rule has failed before: the program then runs the stylesheet again, carefully. It is not careful from the beginning, since
       xsl:try takes a quarter of the time. -->
  <xsl:param name="is-careful" as="xs:boolean" select="false()"/>

  <!-- The content of a division; carefully, it is gone through element by element, and the words of the innermost that a rule fails on are
       kept without it. -->
  <xsl:template name="guarded">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:choose>
      <xsl:when test="$is-careful"><xsl:apply-templates select="$content" mode="careful"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$content" mode="render"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="careful">
    <xsl:try>
      <xsl:apply-templates select="." mode="render"/>
      <xsl:catch><c:failed name="{name()}" path="{path()}"><xsl:apply-templates mode="careful"/></c:failed></xsl:catch>
    </xsl:try>
  </xsl:template>
  <xsl:template match="note[not(@rend = 'inline')]" mode="careful">
    <xsl:apply-templates select="." mode="render"/>
  </xsl:template>
</xsl:stylesheet>
