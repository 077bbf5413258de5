<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, figures (P5 ch. 14). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="table" mode="render">
    <table>
      <xsl:call-template name="attributes"/>
      <xsl:if test="head"><caption><xsl:apply-templates select="head/node()" mode="render"/></caption></xsl:if>
      <xsl:variable name="header" as="element(row)*" select="row[@role = 'label'][not(preceding-sibling::row[not(@role = 'label')])]"/>
      <xsl:if test="exists($header)"><thead><xsl:apply-templates select="$header" mode="render"/></thead></xsl:if>
      <tbody><xsl:apply-templates select="node() except (head, $header)" mode="render"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="row" mode="render">
    <tr><xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if><xsl:apply-templates mode="render"/></tr>
  </xsl:template>
  <!-- What stands between rows has no place in a table of XHTML: it gets a row of its own. -->
  <xsl:template match="table/pb | table/note | table/p | table/lb" mode="render" priority="3">
    <tr class="between"><td colspan="{max((1, ../row/sum(cell/c:span(@cols))))}"><xsl:next-match/></td></tr>
  </xsl:template>
  <xsl:template match="cell" mode="render">
    <td><xsl:call-template name="cell"/></td>
  </xsl:template>
  <xsl:template match="row[@role = 'label']/cell" mode="render" priority="1">
    <th scope="col"><xsl:call-template name="cell"/></th>
  </xsl:template>
  <xsl:template match="cell[@role = 'label']" mode="render" priority="2">
    <th scope="row"><xsl:call-template name="cell"/></th>
  </xsl:template>
  <!-- How many columns or rows a cell says that it spans: one where it says nothing that is a number. -->
  <xsl:function name="c:span" as="xs:integer">
    <xsl:param name="spanned" as="attribute()?"/>
    <xsl:sequence select="if ($spanned castable as xs:positiveInteger) then min((xs:integer($spanned), 1000)) else 1"/>
  </xsl:function>

  <xsl:template name="cell">
    <xsl:if test="@cols"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
    <xsl:if test="@rows"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
    <xsl:if test="@* except (@cols, @rows)">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="@role[. ne 'label'] ! ('role-' || .)"/></xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="render"/>
  </xsl:template>

  <xsl:template match="figure" mode="render">
    <figure>
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <xsl:apply-templates select="node() except (head, p)" mode="render"/>
      <xsl:if test="head | p"><figcaption><xsl:apply-templates select="head/node() | p" mode="render"/></figcaption></xsl:if>
    </figure>
  </xsl:template>
  <!-- The picture itself is not part of the TEI file: its name is carried, for whoever has the pictures. -->
  <xsl:template match="graphic" mode="render">
    <span class="graphic" data-url="{@url}" role="img" aria-label="{(normalize-space(../figDesc), normalize-space(../head), normalize-space(../p[1]), 'Figure')[. ne ''][1]}">
      <xsl:if test="@width"><xsl:attribute name="data-width" select="@width"/></xsl:if>
      <xsl:if test="@height"><xsl:attribute name="data-height" select="@height"/></xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="formula" mode="render"><span class="formula"><xsl:apply-templates mode="render"/></span></xsl:template>
</xsl:stylesheet>
