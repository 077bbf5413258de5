<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists (P5 ch. 3.8). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="list" mode="render">
    <xsl:apply-templates select="head" mode="list-head"/>
    <ul>
      <xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </ul>
  </xsl:template>
  <xsl:template match="list[@type = 'ordered']" mode="render">
    <xsl:apply-templates select="head" mode="list-head"/>
    <ol>
      <xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </ol>
  </xsl:template>
  <xsl:template match="head" mode="list-head">
    <p class="list-head">
      <xsl:if test="../@type"><xsl:attribute name="data-type" select="normalize-space(../@type)"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </p>
  </xsl:template>

  <!-- The head stands before the list. -->
  <xsl:template match="list/head" mode="render pairs" priority="1"/>

  <!-- Pairs of label and item. -->
  <xsl:template match="list[label]" mode="render" priority="1">
    <xsl:apply-templates select="head" mode="list-head"/>
    <dl>
      <xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if>
      <xsl:apply-templates mode="pairs"/>
    </dl>
  </xsl:template>
  <xsl:template match="label" mode="pairs"><dt><xsl:apply-templates mode="render"/></dt></xsl:template>
  <xsl:template match="item" mode="pairs">
    <dd><xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if><xsl:apply-templates mode="render"/></dd>
  </xsl:template>
  <!-- A page that starts between pairs starts with the next label: the pivot's own tree sees to it. -->
  <xsl:template match="pb" mode="pairs"><xsl:apply-templates select="." mode="render"/></xsl:template>
  <!-- Whatever else stands between pairs goes with the entry. -->
  <xsl:template match="*" mode="pairs" priority="-1"><dd class="between"><xsl:apply-templates select="." mode="render"/></dd></xsl:template>
  <xsl:template match="text() | comment() | processing-instruction()" mode="pairs"/>

  <xsl:template match="item" mode="render">
    <li>
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </li>
  </xsl:template>
  <xsl:template match="label" mode="render"><span class="label"><xsl:apply-templates mode="render"/></span></xsl:template>
</xsl:stylesheet>
