<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes made from the entries in the text (P5 3.9.2): one for each @indexName, its words those of `index/term`, nested as they are nested. Each
     entry leads to its places: in print by their pages, on a screen by the numbers of their documents. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- In the text an entry is a place without words. -->
  <xsl:template match="index" mode="render">
    <span class="anchor" id="{$index-ids(generate-id())}"/>
  </xsl:template>

  <xsl:template name="indexes">
    <xsl:variable name="names" as="xs:string*" select="distinct-values($index-terms ! c:index-name(.))"/>
    <xsl:for-each-group select="$index-terms" group-by="c:index-name(.)">
      <xsl:sort select="current-grouping-key()"/>
      <section data-kind="back" data-type="index" class="added made" id="{string-join(('made-index', current-grouping-key()[. ne '']), '-')}">
        <h1 class="head"><xsl:value-of select="if (count($names) = 1 or current-grouping-key() = '') then 'Index' else 'Index: ' || translate(current-grouping-key(), '-_', '  ')"/></h1>
        <p class="index-note">The numbers are those of the documents.</p>
        <xsl:call-template name="entries"><xsl:with-param name="terms" select="current-group()"/><xsl:with-param name="level" select="1"/></xsl:call-template>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The entries of one level: terms of the same words are one; what is nested in them follows them. -->
  <xsl:template name="entries">
    <xsl:param name="terms" as="element(term)*"/>
    <xsl:param name="level" as="xs:integer"/>
    <ul data-type="index">
      <xsl:for-each-group select="$terms" group-by="normalize-space(c:index-path(.)[$level])">
        <xsl:sort select="c:sort-key(c:index-path(.)[$level])"/>
        <xsl:sort select="current-grouping-key()"/>
        <xsl:variable name="here" as="element(term)*" select="current-group()[count(c:index-path(.)) = $level]"/>
        <xsl:variable name="below" as="element(term)*" select="current-group()[count(c:index-path(.)) gt $level]"/>
        <li>
          <span class="entry"><xsl:value-of select="current-grouping-key()"/></span>
          <!-- One link for each document, with all places in it. -->
          <xsl:for-each-group select="$here" group-by="generate-id(ancestor::div[1])">
            <span class="comma">, </span>
            <a class="locator" href="#{c:index-place(.)}" data-places="{distinct-values(current-group() ! c:index-reach(.))}"><xsl:value-of select="c:place-label(.)"/></a>
          </xsl:for-each-group>
          <xsl:if test="exists($below)">
            <xsl:call-template name="entries"><xsl:with-param name="terms" select="$below"/><xsl:with-param name="level" select="$level + 1"/></xsl:call-template>
          </xsl:if>
        </li>
      </xsl:for-each-group>
    </ul>
  </xsl:template>

  <xsl:function name="c:index-name" as="xs:string">
    <xsl:param name="term" as="element(term)"/>
    <xsl:sequence select="replace(normalize-space($term/ancestor::index[@indexName][last()]/@indexName), '[^\w.-]+', '-')"/>
  </xsl:function>
  <!-- The terms under which a term stands, from the outermost to itself. -->
  <xsl:function name="c:index-path" as="element(term)+">
    <xsl:param name="term" as="element(term)"/>
    <xsl:variable name="above" as="element(term)?" select="$term/parent::index[parent::index]/preceding-sibling::term[1]"/>
    <xsl:sequence select="$above ! c:index-path(.), $term"/>
  </xsl:function>
  <xsl:function name="c:sort-key" as="xs:string">
    <xsl:param name="term" as="element(term)"/>
    <xsl:sequence select="lower-case(replace(normalize-unicode(normalize-space(($term/@sortKey, $term)[1]), 'NFD'), '[^\p{L}\p{N} ]', ''))"/>
  </xsl:function>
  <!-- Where an entry stands, and up to where it reaches (@spanTo). -->
  <xsl:function name="c:index-place" as="xs:string">
    <xsl:param name="term" as="element(term)"/>
    <xsl:sequence select="$index-ids(generate-id($term/ancestor::index[last()]))"/>
  </xsl:function>
  <xsl:function name="c:index-reach" as="xs:string">
    <xsl:param name="term" as="element(term)"/>
    <xsl:variable name="to" as="xs:string" select="substring-after(($term/ancestor::index/@spanTo)[last()], '#')"/>
    <xsl:sequence select="string-join((c:index-place($term), $to[. ne '']), '|')"/>
  </xsl:function>
  <xsl:function name="c:place-label" as="xs:string">
    <xsl:param name="term" as="element(term)"/>
    <xsl:variable name="div" as="element(div)?" select="$term/ancestor::div[1]"/>
    <xsl:variable name="document" as="element(div)?" select="$term/ancestor::div[@type = 'document'][1]"/>
    <xsl:sequence select="($document/@n ! string(.), normalize-space(string-join($div/head[1]//text()[not(ancestor::note or ancestor::index)])), 'here')[. ne ''][1]"/>
  </xsl:function>
</xsl:stylesheet>
