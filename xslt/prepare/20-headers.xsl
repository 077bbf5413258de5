<?xml version="1.0" encoding="UTF-8"?>
<!-- Structured headers: which parts of the teiHeader speak of which document. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- msDesc, textClass, correspDesc and creation by the id of their document. Those without @corresp are the header of the one
       document of a document file (key ""). -->
  <xsl:variable name="headers" as="map(xs:string, element()*)">
    <xsl:map>
      <!-- Lists joined by commas, in the order of a header: a union would be sorted, and that takes long among many siblings. -->
      <xsl:for-each-group group-by="if (starts-with(@corresp, '#')) then substring(@corresp, 2) else string(@corresp)"
        select="/TEI/teiHeader/fileDesc/sourceDesc ! msDesc, /TEI/teiHeader/profileDesc ! creation,
          /TEI/teiHeader/profileDesc ! textClass, /TEI/teiHeader/profileDesc ! correspDesc">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- What the categories of the taxonomies are called, by their ids. -->
  <xsl:variable name="categories" as="map(xs:string, xs:string)" select="map:merge(
    /TEI/teiHeader/encodingDesc/classDecl/taxonomy//category[@xml:id] ! map:entry(string(@xml:id), normalize-space((catDesc/term, catDesc)[1])))"/>

  <!-- A file that holds one document and no volume around it. -->
  <xsl:variable name="is-document-file" as="xs:boolean" select="exists(/TEI/text/body/div[@type = 'document'])
    and count(/TEI/text/body/div) = 1"/>

  <xsl:function name="c:header-of" as="element()*">
    <xsl:param name="document" as="element(div)"/>
    <xsl:sequence select="$headers(string($document/@xml:id)), if ($is-document-file) then $headers('') else ()"/>
  </xsl:function>
</xsl:stylesheet>
